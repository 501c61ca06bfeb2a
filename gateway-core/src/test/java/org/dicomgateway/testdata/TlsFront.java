package org.dicomgateway.testdata;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Speaks TLS on a port of its own before a server of this machine that does not. */
public final class TlsFront implements AutoCloseable {
  /** Whether clients have to show a certificate. */
  public enum Clients {
    KNOWN,
    ANY
  }

  private final SSLServerSocket server;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private TlsFront(SSLServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  public static TlsFront start(SSLContext context, Clients clients, int target) throws IOException {
    return start(context, clients, target, context.getDefaultSSLParameters());
  }

  /** Lets only what is given be agreed on. */
  public static TlsFront start(
      SSLContext context, Clients clients, int target, SSLParameters offered) throws IOException {
    SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    offered.setNeedClientAuth(clients == Clients.KNOWN);
    server.setSSLParameters(offered);
    TlsFront front = new TlsFront(server, target);
    Thread.ofVirtual().start(front::accept);
    return front;
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        SSLSocket client = (SSLSocket) server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // Closed, or a client that went away.
      }
    }
  }

  private void serve(SSLSocket client) {
    try (client;
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), target)) {
      sockets.add(client);
      client.startHandshake();
      Thread back = Thread.ofVirtual().start(() -> pipe(behind, client));
      pipe(client, behind);
      back.join();
    } catch (IOException | InterruptedException e) {
      // What a client does wrong is seen at the client.
    } finally {
      sockets.remove(client);
    }
  }

  private static void pipe(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done with it.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    sockets.forEach(TlsFront::close);
  }
}
