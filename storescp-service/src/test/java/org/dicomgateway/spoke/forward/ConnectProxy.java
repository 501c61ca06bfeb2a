package org.dicomgateway.spoke.forward;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that lets out who tells the password, by CONNECT alone. */
final class ConnectProxy implements AutoCloseable {
  final List<String> connects = new CopyOnWriteArrayList<>();
  private final String authorization;
  private final ServerSocket server;

  ConnectProxy(String login) throws IOException {
    authorization = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      if (!head.startsWith("CONNECT ") || !head.contains(authorization)) {
        client
            .getOutputStream()
            .write("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
        return;
      }
      String target = head.split(" ")[1];
      connects.add(target);
      int colon = target.lastIndexOf(':');
      try (Socket hub =
          new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
        client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
        Thread back = Thread.ofVirtual().start(() -> pump(hub, client));
        pump(client, hub);
        back.join();
      }
    } catch (IOException e) {
      // Its client sees that.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next; !head.toString().endsWith("\r\n\r\n") && (next = in.read()) >= 0; ) {
      head.append((char) next);
    }
    return head.toString();
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One end is gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
