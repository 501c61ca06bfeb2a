package org.dicomgateway.spoke.forward;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dicomgateway.spoke.destination.Bandwidth;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * All packs that are being sent: whose turn it is, and how long its piece may be. Waits for
 * nothing. Guarded by the gate's lock.
 */
final class Traffic {
  /** A piece is worth its request from here on. */
  private static final long LEAST_PIECE = 16 << 10;

  /** How long a piece may take under a limit. */
  private static final int LIMITED_SECONDS = 2;

  private final LineRate rate;
  private final Bandwidth bandwidth;
  private final Overtaking overtaking;
  private final LineMeasurement measurement;
  private final List<Claim> claims = new ArrayList<>();

  Traffic(LineRate rate, Bandwidth bandwidth, Timeline time) {
    this.rate = rate;
    this.bandwidth = bandwidth;
    this.overtaking = new Overtaking(time);
    this.measurement = new LineMeasurement(rate, time);
  }

  void expect(Precedence precedence, Duration ago) {
    overtaking.came(precedence, ago);
  }

  void enter(Claim claim) {
    claims.add(claim);
    overtaking.came(claim.precedence(), Duration.ZERO);
  }

  void leave(Claim claim) {
    claims.remove(claim);
  }

  void hurry(String study, Urgency urgency) {
    claims.stream()
        .filter(claim -> claim.study().equals(study))
        .forEach(claim -> claim.hurry(urgency));
  }

  boolean isEmpty() {
    return claims.isEmpty();
  }

  /** Whether the packs before it leave the line something to do for one more. */
  boolean hasRoom(Precedence precedence, int mostPacks) {
    return asUrgent(precedence).count() < mostPacks
        && asUrgent(precedence).mapToLong(Claim::unsent).sum() < 2 * rate.pack();
  }

  boolean isTurnOf(Claim claim) {
    long before = before(claim);
    return claims.stream().noneMatch(claim::isHeldBy)
        && (before == 0 || window(claim) - before >= Math.min(claim.unsent(), LEAST_PIECE))
        && !isShut(claim);
  }

  boolean isOvertaken(Claim claim) {
    return claims.stream().anyMatch(claim::isOvertakenBy);
  }

  /** Whether a limit lets nothing pass of it now. */
  boolean isShut(Claim claim) {
    OptionalLong limit = limit(claim);
    return limit.isPresent() && limit.getAsLong() == 0;
  }

  /** Begins a piece; returns how many bytes it may have. */
  long beginPiece(Claim claim) {
    long length = Math.min(claim.unsent(), longestPiece(claim));
    if (isQuiet()) {
      measurement.begin();
    }
    claim.begins(length, limit(claim).isPresent());
    return length;
  }

  void pieceEnded(Claim claim, long arrived, long remaining) {
    claim.pieceEnded(remaining);
    measurement.arrived(arrived, claim.asMuch(), isQuiet());
  }

  /**
   * Takes bytes of a piece from what limits leave.
   *
   * @return how many may pass; else the nanoseconds to wait, negative
   */
  long take(Claim claim, int wanted) {
    long granted = bandwidth.take(claim.precedence().urgency(), wanted);
    claim.passed(Math.max(0, granted));
    return granted;
  }

  private boolean isQuiet() {
    return claims.stream().allMatch(claim -> claim.piece() == 0);
  }

  /** Bytes on their way that are as urgent or more: all others it has overtaken. */
  private long before(Claim claim) {
    return asUrgent(claim.precedence()).mapToLong(Claim::piece).sum();
  }

  private Stream<Claim> asUrgent(Precedence precedence) {
    return claims.stream().filter(claim -> !precedence.isBefore(claim.precedence()));
  }

  private long window(Claim claim) {
    return overtaking.isExpected(claim.precedence()) ? rate.shortWindow() : rate.window();
  }

  private OptionalLong limit(Claim claim) {
    return bandwidth.bytesPerSecond(claim.precedence().urgency());
  }

  private long longestPiece(Claim claim) {
    boolean alone =
        asUrgent(claim.precedence()).noneMatch(other -> other != claim && other.unsent() > 0);
    long most = rate.pieceAlone();
    if (!alone) {
      long window = window(claim);
      most = Math.min(window / 2, Math.max(window - before(claim), LEAST_PIECE));
    } else if (overtaking.isExpected(claim.precedence())) {
      most = rate.shortWindow();
    }
    OptionalLong limit = limit(claim);
    return limit.isEmpty() ? most : Math.clamp(limit.getAsLong() * LIMITED_SECONDS, 1, most);
  }
}
