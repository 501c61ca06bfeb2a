package org.dicomgateway.hub.ingest;

import java.util.concurrent.Semaphore;

/**
 * How many uploads run at once. Each takes memory for what is on its way, and a hub that all spokes
 * come back to at the same time must not fall over: who finds no place is told to come later, and
 * goes on where it was. Thread-safe.
 */
public final class Admission {
  /** What an upload takes of the memory, with room for everything else. */
  private static final long BYTES_EACH = 8 << 20;

  private static final int LEAST = 16;
  private static final int MOST = 1000;

  private final int most;
  private final Semaphore places;

  /**
   * @param most uploads at once; too many and the memory runs out, too few and spokes wait that
   *     need not
   */
  public Admission(int most) {
    this.most = most;
    this.places = new Semaphore(most);
  }

  /**
   * As many as a heap can hold.
   *
   * @param heap bytes
   */
  public static Admission fitting(long heap) {
    return new Admission((int) Math.clamp(heap / BYTES_EACH, LEAST, MOST));
  }

  /** A place for one upload, given back by closing it. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a place; does not wait for one.
   *
   * @throws TransferException if there is none
   */
  Place enter() throws TransferException {
    if (!places.tryAcquire()) {
      throw TransferException.busy(most);
    }
    return places::release;
  }
}
