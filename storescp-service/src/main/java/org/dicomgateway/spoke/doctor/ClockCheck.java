package org.dicomgateway.spoke.doctor;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** How far this machine's clock is from the hub's, by the Date of its answer. */
public record ClockCheck(HubQuestion hub) implements Check {
  /** That date has no parts of a second, and takes a while to come. */
  private static final long UNSURE = 3;

  private static final long WRONG = 60;

  @Override
  public List<Finding> findings() throws InterruptedException {
    try {
      HttpResponse<String> answer = hub.ask("/transfers", Optional.empty());
      String date = answer.headers().firstValue("Date").orElse("");
      Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return List.of(judged(Duration.between(there, Instant.now()).toSeconds()));
    } catch (IOException | DateTimeException e) {
      return List.of(
          Finding.warning(
              "clock",
              "cannot be held against the hub's, which does not tell its time",
              "see to the line first"));
    }
  }

  private static Finding judged(long ahead) {
    String found =
        "%d s %s the hub's".formatted(Math.abs(ahead), ahead < 0 ? "behind" : "ahead of");
    String remedy = "keep both on NTP ('timedatectl'): times in 'trace' are by these clocks";
    if (Math.abs(ahead) <= UNSURE) {
      return Finding.ok("clock", "as the hub's, within %d s".formatted(UNSURE));
    }
    return Math.abs(ahead) < WRONG
        ? Finding.warning("clock", found, remedy)
        : Finding.failed("clock", found, remedy);
  }
}
