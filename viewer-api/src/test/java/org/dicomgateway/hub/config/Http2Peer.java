package org.dicomgateway.hub.config;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * A client that speaks HTTP/2 frame by frame (RFC 9113) and opens its connection's window only when
 * told to. What a stream may carry it never limits.
 */
final class Http2Peer implements AutoCloseable {
  /** What a connection may carry before its window is opened, in bytes (§6.9.2). */
  static final int FIRST_WINDOW = 65_535;

  private static final Duration STALL = Duration.ofSeconds(10);
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int ACK = 1;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int CANCEL = 8;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private int last = -1;

  Http2Peer(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) STALL.toMillis());
    socket.setTcpNoDelay(true);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
    out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    ByteArrayOutputStream setting = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(setting);
    fields.writeShort(INITIAL_WINDOW_SIZE);
    fields.writeInt(Integer.MAX_VALUE);
    send(SETTINGS, 0, 0, setting.toByteArray());
  }

  /**
   * Asks for a resource.
   *
   * @return the stream on which it comes
   */
  int get(String path) throws IOException {
    last += 2;
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(
        0x82); // :method: GET, :scheme: http and the names below by their index, RFC 7541 §A
    block.write(0x86);
    literal(block, 1, "localhost");
    literal(block, 4, path);
    send(HEADERS, END_STREAM | END_HEADERS, last, block.toByteArray());
    return last;
  }

  private static void literal(ByteArrayOutputStream block, int name, String value) {
    block.write(name);
    block.write(value.length());
    block.writeBytes(value.getBytes(US_ASCII));
  }

  /** Gives up what comes on a stream. */
  void cancel(int stream) throws IOException {
    send(RST_STREAM, 0, stream, fourBytes(CANCEL));
  }

  /** Lets the connection carry more. */
  void openWindow(int bytes) throws IOException {
    send(WINDOW_UPDATE, 0, 0, fourBytes(bytes));
  }

  private static byte[] fourBytes(int value) {
    return new byte[] {
      (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
    };
  }

  /**
   * Waits until so much has come, of any answer.
   *
   * @throws java.net.SocketTimeoutException if nothing comes any more
   */
  void receive(int bytes) throws IOException {
    int left = bytes;
    while (left > 0) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      in.readInt();
      byte[] payload = in.readNBytes(length);
      switch (type) {
        case DATA -> left -= length;
        case SETTINGS -> acknowledge(flags);
        case GOAWAY ->
            throw new IOException("the server closes the connection: " + reason(payload));
        default -> {}
      }
    }
  }

  /** What stands behind the last stream and the error code. */
  private static String reason(byte[] goAway) {
    return new String(goAway, 8, goAway.length - 8, US_ASCII);
  }

  private void acknowledge(int flags) throws IOException {
    if ((flags & ACK) == 0) {
      send(SETTINGS, ACK, 0, new byte[0]);
    }
  }

  private void send(int type, int flags, int stream, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(frame);
    fields.writeByte(payload.length >> 16);
    fields.writeShort(payload.length);
    fields.writeByte(type);
    fields.writeByte(flags);
    fields.writeInt(stream);
    fields.write(payload);
    out.write(frame.toByteArray());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
