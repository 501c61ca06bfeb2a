package org.dicomgateway.spoke.modality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When somebody was heard.
 *
 * @param first when it called first
 * @param last when it called, or an instance of it was stored, last
 * @param day that {@code instances} were stored on, by this machine's clock on the wall
 * @param modality (0008,0060) of the last instance; empty if there was none
 * @param refused associations that were rejected because it is not known
 */
public record Heard(
    String aeTitle,
    String address,
    Instant first,
    Instant last,
    LocalDate day,
    long instances,
    String modality,
    long refused) {

  static Heard first(String aeTitle, String address, Instant now) {
    return new Heard(aeTitle, address, now, now, day(now), 0, "", 0);
  }

  private static LocalDate day(Instant now) {
    return now.atZone(ZoneId.systemDefault()).toLocalDate();
  }

  Heard called(Instant now) {
    return new Heard(aeTitle, address, first, now, day, instances, modality, refused);
  }

  Heard refused(Instant now) {
    return new Heard(aeTitle, address, first, now, day, instances, modality, refused + 1);
  }

  Heard stored(String what, Instant now) {
    String seen = what.isEmpty() ? modality : what;
    return new Heard(aeTitle, address, first, now, day(now), today(now) + 1, seen, refused);
  }

  /** Instances stored today. */
  public long today(Instant now) {
    return day.equals(day(now)) ? instances : 0;
  }
}
