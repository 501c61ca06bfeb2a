package org.dicomgateway.spoke.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file ends with. */
final class LogTail {
  /** How lines are written, in logback's words. */
  static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} - %msg%n%ex{full}%nopex";

  private static final Pattern FIRST =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\S+) (DEBUG|INFO|WARN|ERROR) +(\\S+) - (.*)");
  private static final int LENGTH = 256 << 10;

  private LogTail() {}

  /** The last lines; what stands in no line of ours belongs to the one before. */
  static List<LogLine> of(Path file) throws IOException {
    List<LogLine> lines = new ArrayList<>();
    if (Files.notExists(file)) {
      return lines;
    }
    for (String line : text(file).split("\n")) {
      Matcher parts = FIRST.matcher(line);
      if (parts.matches()) {
        read(parts, lines);
      } else if (!lines.isEmpty() && !line.isBlank()) {
        LogLine last = lines.removeLast();
        lines.add(
            new LogLine(0, last.at(), last.level(), last.logger(), last.message() + "\n" + line));
      }
    }
    return lines;
  }

  private static void read(Matcher parts, List<LogLine> lines) {
    try {
      lines.add(
          new LogLine(
              0,
              OffsetDateTime.parse(parts.group(1)).toInstant(),
              LogLevel.valueOf(parts.group(2)),
              parts.group(3),
              parts.group(4)));
    } catch (DateTimeException e) {
      // Somebody wrote into the file; the lines around it are shown.
    }
  }

  private static String text(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(Math.max(0, bytes.length() - LENGTH));
      byte[] tail = new byte[(int) (bytes.length() - bytes.getFilePointer())];
      bytes.readFully(tail);
      return new String(tail, StandardCharsets.UTF_8);
    }
  }
}
