package org.dicomgateway.samples.badline;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** When a line is cut, by the bytes that pass in both directions together. Thread-safe. */
public final class CutSchedule {
  private final PrimitiveIterator.OfLong points;
  private final Iterator<Cut> kinds;
  private long passed;
  private long next;

  private CutSchedule(LongStream points, Iterator<Cut> kinds) {
    this.points = points.iterator();
    this.kinds = kinds;
    advance();
  }

  /** Only when somebody asks for it. */
  public static CutSchedule never() {
    return new CutSchedule(LongStream.empty(), null);
  }

  /** Each time so many bytes have passed; the kinds follow each other in turn. */
  public static CutSchedule every(long bytes, List<Cut> kinds) {
    return every(bytes, kinds, Integer.MAX_VALUE);
  }

  /** Each time so many bytes have passed, so often at most. */
  public static CutSchedule every(long bytes, List<Cut> kinds, int most) {
    check(bytes, kinds);
    return new CutSchedule(
        LongStream.rangeClosed(1, most).map(cut -> cut * bytes),
        chosen(kinds, cut -> cut % kinds.size()));
  }

  /** Without end at random points, the next as likely at any byte; kinds by chance too. */
  public static CutSchedule random(long meanBytes, List<Cut> kinds, long seed) {
    check(meanBytes, kinds);
    SplittableRandom random = new SplittableRandom(seed);
    LongStream points =
        LongStream.iterate(distance(random, meanBytes), last -> last + distance(random, meanBytes));
    return new CutSchedule(points, chosen(kinds, _ -> random.nextInt(kinds.size())));
  }

  private static long distance(SplittableRandom random, long mean) {
    return Math.round(-Math.log(1 - random.nextDouble()) * mean);
  }

  /** So many at random points, all before so many bytes have passed; kinds by chance too. */
  public static CutSchedule within(long bytes, int cuts, List<Cut> kinds, long seed) {
    check(bytes, kinds);
    SplittableRandom random = new SplittableRandom(seed);
    return new CutSchedule(
        random.longs(cuts, 1, bytes + 1).sorted(),
        chosen(kinds, _ -> random.nextInt(kinds.size())));
  }

  private static void check(long bytes, List<Cut> kinds) {
    if (bytes < 1 || kinds.isEmpty()) {
      throw new IllegalArgumentException("a cut needs 1 byte or more before it, and a kind");
    }
  }

  private static Iterator<Cut> chosen(List<Cut> kinds, IntUnaryOperator choice) {
    return IntStream.iterate(0, cut -> cut + 1).map(choice).mapToObj(kinds::get).iterator();
  }

  /** Counts bytes; says whether the line is cut behind them. */
  synchronized Optional<Cut> passed(int count) {
    passed += count;
    if (passed < next) {
      return Optional.empty();
    }
    advance();
    return Optional.of(kinds.next());
  }

  private void advance() {
    next = points.hasNext() ? points.nextLong() : Long.MAX_VALUE;
  }
}
