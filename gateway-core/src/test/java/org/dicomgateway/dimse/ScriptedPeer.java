package org.dicomgateway.dimse;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import org.dicomgateway.dimse.pdu.Pdu;
import org.dicomgateway.dimse.pdu.PduReader;
import org.dicomgateway.dimse.pdu.PduWriter;

/** A peer that says what a test makes it say, well-formed or not. */
public final class ScriptedPeer implements Closeable {
  /** A test hangs for ever no more than a peer does. */
  private static final int PATIENCE = 30_000;

  private final Socket socket;
  private final PduReader reader;

  private ScriptedPeer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE);
    this.reader = new PduReader(socket.getInputStream(), 16384);
  }

  public static ScriptedPeer connectTo(InetSocketAddress address) throws IOException {
    return new ScriptedPeer(new Socket(address.getAddress(), address.getPort()));
  }

  public static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }

  public static ScriptedPeer acceptFrom(ServerSocket server) throws IOException {
    return new ScriptedPeer(server.accept());
  }

  public ScriptedPeer send(Pdu pdu) throws IOException {
    return send(PduWriter.encode(pdu));
  }

  public ScriptedPeer send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  public ScriptedPeer sendByteByByte(byte[] bytes) throws IOException {
    for (byte one : bytes) {
      send(new byte[] {one});
    }
    return this;
  }

  public ScriptedPeer sendCutShort(byte[] bytes, int length) throws IOException {
    return send(Arrays.copyOf(bytes, length));
  }

  /** What the other side says next. */
  public Pdu read() throws IOException {
    return reader.read();
  }

  /** Whether the other side closes without another word. */
  public boolean seesTheEnd() throws IOException {
    try {
      Pdu unexpected = reader.read();
      throw new AssertionError("instead of the end came " + unexpected);
    } catch (EOFException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
