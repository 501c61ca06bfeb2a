package org.dicomgateway.spoke.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dicomgateway.console.Figures;
import org.dicomgateway.spoke.log.LogFilter;
import org.dicomgateway.spoke.log.LogLevel;
import org.dicomgateway.spoke.log.LogLine;
import org.dicomgateway.spoke.log.ServiceLog;

/** The errors of the last day. */
public record LogCheck(ServiceLog log) implements Check {
  private static final Duration LOOKED_BACK = Duration.ofDays(1);

  @Override
  public List<Finding> findings() {
    Instant from = Instant.now().minus(LOOKED_BACK);
    List<LogLine> errors =
        log.after(0, new LogFilter(LogLevel.ERROR, "")).stream()
            .filter(line -> line.at().isAfter(from))
            .toList();
    if (errors.isEmpty()) {
      return List.of(Finding.ok("log", "no errors within a day"));
    }
    return List.of(
        Finding.warning(
            "log",
            "%s within a day, the last: %s"
                .formatted(
                    Figures.count(errors.size(), "error"),
                    errors.getLast().message().lines().findFirst().orElse("")),
            "'gateway spoke log --level error' shows them"));
  }
}
