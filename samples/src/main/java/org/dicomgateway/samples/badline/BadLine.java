package org.dicomgateway.samples.badline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A proxy that treats its connections as a bad line would. Listens on the loopback interface.
 * Thread-safe.
 */
public final class BadLine implements AutoCloseable {
  private static final int SMALLEST_BUFFER = 16 << 10;
  private static final int LARGEST_BUFFER = 64 << 10;

  private final ServerSocketChannel listening;
  private final InetSocketAddress server;
  private final LineQuality quality;
  private final CutSchedule schedule;
  private final LineClock clock = new LineClock();
  private final Pump.Direction up;
  private final Pump.Direction down;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();

  private BadLine(
      ServerSocketChannel listening,
      InetSocketAddress server,
      LineQuality quality,
      CutSchedule schedule) {
    this.listening = listening;
    this.server = server;
    this.quality = quality;
    this.schedule = schedule;
    this.up = direction();
    this.down = direction();
  }

  private Pump.Direction direction() {
    return new Pump.Direction(
        quality,
        clock,
        new Lane(quality),
        new LongAdder(),
        new LongAdder(),
        this::passed,
        new Lookout());
  }

  /**
   * Opens a box.
   *
   * @param port to listen on; 0 for a free one
   * @param server where the line leads
   * @throws IOException if the port is taken
   */
  public static BadLine open(
      int port, InetSocketAddress server, LineQuality quality, CutSchedule schedule)
      throws IOException {
    ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.INET);
    try {
      listening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listening.setOption(StandardSocketOptions.SO_RCVBUF, buffer(quality));
      listening.bind(new InetSocketAddress("127.0.0.1", port));
      SegmentSize.limit(listening, LineQuality.SEGMENT);
    } catch (IOException e) {
      listening.close();
      throw e;
    }
    BadLine line = new BadLine(listening, server, quality, schedule);
    Thread.ofVirtual().name("bad line").start(line::accept);
    return line;
  }

  /** Small, so that what is taken is what has left, and a sender feels the line at once. */
  private static int buffer(LineQuality quality) {
    return Math.clamp(4L * quality.piece(), SMALLEST_BUFFER, LARGEST_BUFFER);
  }

  /** Port it listens on. */
  public int port() {
    return listening.socket().getLocalPort();
  }

  /** Cuts all connections there are; new ones can be opened at once. */
  public void cut(Cut kind) {
    cuts.incrementAndGet();
    connections.forEach(connection -> connection.cut(kind));
  }

  /** What has passed so far. */
  public Traffic traffic() {
    return new Traffic(
        up.taken().sum(),
        up.given().sum(),
        down.taken().sum(),
        down.given().sum(),
        opened.get(),
        cuts.get());
  }

  /**
   * Waits for a word to leave towards the server.
   *
   * @param word of ASCII, as it is in the bytes of a connection that nothing encrypts
   * @return completed with {@link System#nanoTime} of then
   */
  public Future<Long> sighting(String word) {
    return up.lookout().sighting(word);
  }

  /** Connections that still pass bytes. */
  public long open() {
    return connections.stream().filter(Connection::isOpen).count();
  }

  private void passed(int count) {
    schedule.passed(count).ifPresent(this::cut);
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = listening.accept();
        long established = clock.now() + quality.delay().multipliedBy(2).toNanos();
        Thread.ofVirtual().start(() -> connect(client, established));
      }
    } catch (IOException e) {
      // Closed: no more are taken.
    }
  }

  private void connect(SocketChannel client, long established) {
    try {
      SocketChannel other = SocketChannel.open();
      other.setOption(StandardSocketOptions.SO_RCVBUF, buffer(quality));
      other.setOption(StandardSocketOptions.SO_SNDBUF, buffer(quality));
      other.setOption(StandardSocketOptions.TCP_NODELAY, true);
      other.connect(server);
      client.setOption(StandardSocketOptions.SO_SNDBUF, buffer(quality));
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      long seed = quality.seed() * 31 + opened.incrementAndGet();
      Connection connection = new Connection(client, other, up, down, established, seed);
      connections.removeIf(Connection::isGone);
      connections.add(connection);
      connection.start();
    } catch (IOException e) {
      Connection.reset(client);
    }
  }

  /** Resets all connections, those too whose ends have not been told of a cut. */
  @Override
  public void close() throws IOException {
    listening.close();
    connections.forEach(Connection::close);
  }
}
