package org.dicomgateway.samples.badline;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A client's connection through the box to the server. Thread-safe. */
final class Connection implements AutoCloseable {
  private static final int PUMPS = 2;

  private final SocketChannel client;
  private final SocketChannel server;
  private final List<Thread> threads;
  private final AtomicInteger finished = new AtomicInteger();
  private volatile boolean silent;
  private volatile boolean lying;

  /**
   * Makes a connection of two.
   *
   * @param established when a client on the line would know that it is connected
   */
  Connection(
      SocketChannel client,
      SocketChannel server,
      Pump.Direction upwards,
      Pump.Direction downwards,
      long established,
      long seed) {
    this.client = client;
    this.server = server;
    Pump up = new Pump(upwards, client, server, seed);
    Pump down = new Pump(downwards, server, client, ~seed);
    this.threads =
        List.of(
            thread(() -> up.take(established)),
            thread(() -> down.take(established)),
            thread(() -> give(up, () -> !silent)),
            thread(() -> give(down, this::mayAnswer)));
  }

  @FunctionalInterface
  private interface Pumping {
    void run() throws IOException, InterruptedException;
  }

  /** What one end breaks off is broken off at the other end too, unless nobody shall know. */
  private Thread thread(Pumping pumping) {
    Runnable guarded =
        () -> {
          try {
            pumping.run();
          } catch (IOException e) {
            if (!silent) {
              close();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    return Thread.ofVirtual().name("line").unstarted(guarded);
  }

  private void give(Pump pump, BooleanSupplier allowed) throws IOException, InterruptedException {
    pump.give(allowed);
    if (!silent && finished.incrementAndGet() == PUMPS) {
      client.close();
      server.close();
    }
  }

  private boolean mayAnswer() {
    if (lying) {
      close();
      return false;
    }
    return !silent;
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** Whether it still passes bytes. */
  boolean isOpen() {
    return client.isOpen() && server.isOpen() && !silent;
  }

  /** Whether neither end is connected any more. */
  boolean isGone() {
    return !client.isOpen() && !server.isOpen();
  }

  void cut(Cut kind) {
    switch (kind) {
      case RESET -> close();
      case SILENT -> silent = true;
      case HALF_OPEN -> {
        silent = true;
        reset(client);
      }
      case LYING_RESET -> lying = true;
    }
  }

  /** Resets both ends: neither may take what it has for all there was. */
  @Override
  public void close() {
    reset(client);
    reset(server);
    threads.forEach(Thread::interrupt);
  }

  static void reset(SocketChannel end) {
    try {
      end.setOption(StandardSocketOptions.SO_LINGER, 0);
      end.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }
}
