package org.dicomgateway.hub.testsite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;

/**
 * A client that speaks HTTP/2 frame by frame (RFC 9113) and opens its connection's window only when
 * told to. What a stream may carry it never limits.
 */
public final class Http2Peer implements AutoCloseable {
  /** What a connection may carry before its window is opened, in bytes (§6.9.2). */
  public static final int FIRST_WINDOW = 65_535;

  private static final Duration STALL = Duration.ofSeconds(10);
  private static final byte[] NOTHING = {};
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

  public Http2Peer(int port) throws IOException {
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
  public int get(String path) throws IOException {
    return get("localhost", path, Map.of());
  }

  /**
   * Likewise by another name.
   *
   * @param authority as it is sent
   * @param headers besides, names in lower case
   */
  public int get(String authority, String path, Map<String, String> headers) throws IOException {
    last += 2;
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    // :method: GET, :scheme: http and the names below by their index, RFC 7541 §A.
    block.write(0x82);
    block.write(0x86);
    block.write(1);
    literal(block, authority);
    block.write(4);
    literal(block, path);
    headers.forEach(
        (name, value) -> {
          block.write(0);
          literal(block, name);
          literal(block, value);
        });
    send(HEADERS, END_STREAM | END_HEADERS, last, block.toByteArray());
    return last;
  }

  private static void literal(ByteArrayOutputStream block, String value) {
    block.write(value.length());
    block.writeBytes(value.getBytes(US_ASCII));
  }

  /** Gives up what comes on a stream. */
  public void cancel(int stream) throws IOException {
    send(RST_STREAM, 0, stream, fourBytes(CANCEL));
  }

  /** Lets the connection carry more. */
  public void openWindow(int bytes) throws IOException {
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
  public void receive(int bytes) throws IOException {
    int left = bytes;
    while (left > 0) {
      left -= next().data().length;
    }
  }

  /**
   * All of the answer to the one request there was; empty if it is refused without one.
   *
   * @throws java.net.SocketTimeoutException if nothing comes any more
   */
  public String answer() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Frame frame;
    do {
      frame = next();
      body.writeBytes(frame.data());
    } while (!frame.ends());
    return body.toString(UTF_8);
  }

  /** One that came: its data, if it has any, and whether it is a stream's last. */
  private record Frame(byte[] data, boolean ends) {}

  private Frame next() throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    in.readInt();
    byte[] payload = in.readNBytes(length);
    return switch (type) {
      case DATA -> new Frame(payload, (flags & END_STREAM) != 0);
      case HEADERS -> new Frame(NOTHING, (flags & END_STREAM) != 0);
      case RST_STREAM -> new Frame(NOTHING, true);
      case GOAWAY -> throw new IOException("the server closes the connection: " + reason(payload));
      case SETTINGS -> {
        acknowledge(flags);
        yield new Frame(NOTHING, false);
      }
      default -> new Frame(NOTHING, false);
    };
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
