package org.dicomgateway.samples.badline;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** When a line is cut, by the bytes that pass in both directions together. Thread-safe. */
public final class CutSchedule {
  private final long bytes;
  private final SplittableRandom random;
  private final List<Cut> kinds;
  private final int most;
  private int cuts;
  private long next;

  private CutSchedule(long bytes, SplittableRandom random, List<Cut> kinds, int most) {
    this.bytes = bytes;
    this.random = random;
    this.kinds = List.copyOf(kinds);
    this.most = most;
    this.next = distance();
  }

  /** Only when somebody asks for it. */
  public static CutSchedule never() {
    return new CutSchedule(Long.MAX_VALUE, null, List.of(), 0);
  }

  /** Each time so many bytes have passed; the kinds follow each other in turn. */
  public static CutSchedule every(long bytes, List<Cut> kinds) {
    return new CutSchedule(checked(bytes, kinds), null, kinds, Integer.MAX_VALUE);
  }

  /** At random points, kinds by chance too. */
  public static CutSchedule random(long meanBytes, List<Cut> kinds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new CutSchedule(checked(meanBytes, kinds), random, kinds, Integer.MAX_VALUE);
  }

  private static long checked(long bytes, List<Cut> kinds) {
    if (bytes < 1 || kinds.isEmpty()) {
      throw new IllegalArgumentException("a cut needs 1 byte or more before it, and a kind");
    }
    return bytes;
  }

  /** The same from its beginning on, but no more than so many cuts. */
  public CutSchedule atMost(int most) {
    return new CutSchedule(bytes, random == null ? null : random.split(), kinds, most);
  }

  /** Counts bytes; says whether the line is cut behind them. */
  synchronized Optional<Cut> passed(int count) {
    next -= count;
    if (next > 0 || cuts == most) {
      return Optional.empty();
    }
    int kind = random == null ? cuts % kinds.size() : random.nextInt(kinds.size());
    cuts++;
    next = distance();
    return Optional.of(kinds.get(kind));
  }

  /** Exponential, so that the next cut is as likely at any byte. */
  private long distance() {
    return random == null ? bytes : Math.round(-Math.log(1 - random.nextDouble()) * bytes);
  }
}
