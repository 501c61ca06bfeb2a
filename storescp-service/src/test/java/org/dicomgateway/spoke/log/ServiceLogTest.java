package org.dicomgateway.spoke.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Others may tell something in the same process meanwhile, so each test looks for its own mark. */
class ServiceLogTest {
  private static final Logger logger = LoggerFactory.getLogger(ServiceLogTest.class);
  @TempDir private Path folder;
  private final String mark = "study 1.2." + UUID.randomUUID();

  private LogFilter own(LogLevel least) {
    return new LogFilter(least, mark);
  }

  @Test
  void keepsTheLastLinesByLevelAndText() throws IOException {
    try (ServiceLog log = ServiceLog.open(folder)) {
      logger.info("{} begins", mark);
      logger.warn("{} is slow", mark);
      logger.warn("another");
      assertThat(log.last(10, own(LogLevel.INFO))).hasSize(2);
      LogLine last = log.last(1, own(LogLevel.WARN)).getFirst();
      assertThat(last.message()).isEqualTo(mark + " is slow");
      assertThat(last.logger()).isEqualTo("ServiceLogTest");
      assertThat(log.after(last.number(), own(LogLevel.INFO))).isEmpty();
      logger.error("{} ends", mark);
      assertThat(log.after(last.number(), own(LogLevel.INFO)))
          .extracting(LogLine::level)
          .containsExactly(LogLevel.ERROR);
    }
  }

  @Test
  void goesOnWhereTheLastProcessEnded() throws IOException {
    try (ServiceLog log = ServiceLog.open(folder)) {
      logger.error("{} failed", mark, new IOException("no room"));
      assertThat(log.last(1, own(LogLevel.ERROR)).getFirst().message()).contains("no room");
    }
    logger.warn("{} while it was closed", mark);
    try (ServiceLog again = ServiceLog.open(folder)) {
      List<LogLine> lines = again.last(10, own(LogLevel.INFO));
      assertThat(lines).hasSize(1);
      assertThat(lines.getFirst().message())
          .startsWith(mark + " failed\n")
          .contains("IOException: no room", "ServiceLogTest.goesOnWhere");
      assertThat(lines.getFirst().level()).isEqualTo(LogLevel.ERROR);
    }
  }

  @Test
  void showsWhatIsAroundALineThatIsNone() throws IOException {
    Files.writeString(
        folder.resolve("spoke.log"),
        "half a line\n2026-13-41T00:00:00Z INFO  X - wrong date\n"
            + "2026-11-22T05:00:00.000Z INFO  X - "
            + mark
            + "\n");
    try (ServiceLog log = ServiceLog.open(folder)) {
      assertThat(log.last(10, own(LogLevel.INFO))).hasSize(1);
    }
  }
}
