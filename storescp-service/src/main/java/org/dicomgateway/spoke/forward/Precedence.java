package org.dicomgateway.spoke.forward;

import java.util.Comparator;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * Who goes before whom; the first goes first.
 *
 * @param live looked at while the probe is on the patient: before others that are as urgent
 */
record Precedence(Urgency urgency, boolean live) implements Comparable<Precedence> {
  private static final Comparator<Precedence> ORDER =
      Comparator.comparing(Precedence::urgency).thenComparing(one -> !one.live());

  /**
   * As the queue's database has it.
   *
   * @param urgency its ordinal
   * @param live 1 or 0
   */
  static Precedence of(int urgency, int live) {
    return new Precedence(Urgency.values()[urgency], live == 1);
  }

  @Override
  public int compareTo(Precedence other) {
    return ORDER.compare(this, other);
  }

  Precedence as(Urgency other) {
    return new Precedence(other, live);
  }

  boolean isBefore(Precedence other) {
    return compareTo(other) < 0;
  }
}
