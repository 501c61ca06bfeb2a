package org.dicomgateway.samples.badline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * One direction of one connection: a thread takes bytes and lets them leave, another gives them
 * when they arrive. No more is held than the window allows, so a slow line holds back its sender.
 */
final class Pump {
  private record Piece(ByteBuffer bytes, long arrival) {}

  /**
   * What pumps of one direction share.
   *
   * @param passed told of every byte that left
   * @param lookout sees what left
   */
  record Direction(
      LineQuality quality,
      LineClock clock,
      Lane lane,
      LongAdder taken,
      LongAdder given,
      IntConsumer passed,
      Lookout lookout) {}

  private final Direction direction;
  private final SocketChannel from;
  private final SocketChannel to;
  private final Flight flight;
  private final Window window;
  private final Lookout.Eye eye;
  private final Semaphore room;
  private final BlockingQueue<Piece> flying = new LinkedBlockingQueue<>();

  Pump(Direction direction, SocketChannel from, SocketChannel to, long seed) {
    this.direction = direction;
    this.from = from;
    this.to = to;
    this.flight = new Flight(direction.quality, seed);
    this.window = new Window(direction.quality.window());
    this.eye = direction.lookout.eye();
    this.room = new Semaphore(direction.quality.window());
  }

  /** Takes bytes until their sender ends; the first leave no earlier than a given moment. */
  void take(long earliest) throws IOException, InterruptedException {
    LineClock clock = direction.clock;
    clock.sleepUntil(earliest);
    while (true) {
      clock.sleepUntil(window.whenOpen(clock.now()));
      ByteBuffer bytes = ByteBuffer.allocate(direction.quality.piece());
      int count = from.read(bytes);
      if (count < 0) {
        flying.put(new Piece(null, flight.arrival(clock.now(), 0)));
        return;
      }
      direction.taken.add(count);
      room.acquire(count);
      long left = direction.lane.send(clock.now(), count);
      clock.sleepUntil(left);
      long arrival = flight.arrival(left, count);
      window.sent(count, arrival + direction.quality.delay().toNanos());
      eye.passed(bytes.flip().duplicate());
      flying.put(new Piece(bytes, arrival));
      direction.passed.accept(count);
    }
  }

  /**
   * Gives what arrives, until the end or until it may not be given.
   *
   * @param allowed asked before each piece
   */
  void give(BooleanSupplier allowed) throws IOException, InterruptedException {
    while (true) {
      Piece piece = flying.take();
      direction.clock.sleepUntil(piece.arrival);
      if (!allowed.getAsBoolean()) {
        return;
      }
      if (piece.bytes == null) {
        to.shutdownOutput();
        return;
      }
      int count = piece.bytes.remaining();
      while (piece.bytes.hasRemaining()) {
        to.write(piece.bytes);
      }
      direction.given.add(count);
      room.release(count);
    }
  }
}
