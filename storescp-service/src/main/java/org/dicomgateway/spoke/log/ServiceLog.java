package org.dicomgateway.spoke.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps what is told until it is closed. Thread-safe. */
public final class ServiceLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final int MOST = 5_000;
  private static final int FILES = 9;
  private static final String FILE_SIZE = "10MB";

  private final Deque<LogLine> lines = new ArrayDeque<>();
  private final RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
  private final Logger root;
  private long numbers;

  private ServiceLog(LoggerContext context) {
    this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    setContext(context);
    setName("service");
  }

  /**
   * Keeps everything from now on, and what a file of before ends with.
   *
   * @param folder made if it is missing
   */
  public static ServiceLog open(Path folder) throws IOException {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    ServiceLog log = new ServiceLog(context);
    Files.createDirectories(folder);
    Path file = folder.resolve("spoke.log");
    LogTail.of(file).forEach(log::keep);
    log.write(file, context);
    log.start();
    log.root.addAppender(log);
    log.root.addAppender(log.file);
    return log;
  }

  private void write(Path path, LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(LogTail.PATTERN);
    encoder.start();
    FixedWindowRollingPolicy names = new FixedWindowRollingPolicy();
    names.setContext(context);
    names.setParent(file);
    names.setFileNamePattern(path + ".%i");
    names.setMaxIndex(FILES);
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(FileSize.valueOf(FILE_SIZE));
    file.setContext(context);
    file.setFile(path.toString());
    file.setEncoder(encoder);
    file.setRollingPolicy(names);
    file.setTriggeringPolicy(size);
    names.start();
    size.start();
    file.start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()).strip();
    String name = event.getLoggerName();
    keep(
        new LogLine(
            0,
            event.getInstant(),
            level(event),
            name.substring(name.lastIndexOf('.') + 1),
            event.getFormattedMessage() + trace));
  }

  private static LogLevel level(ILoggingEvent event) {
    return switch (event.getLevel().toInt()) {
      case ch.qos.logback.classic.Level.ERROR_INT -> LogLevel.ERROR;
      case ch.qos.logback.classic.Level.WARN_INT -> LogLevel.WARN;
      case ch.qos.logback.classic.Level.INFO_INT -> LogLevel.INFO;
      default -> LogLevel.DEBUG;
    };
  }

  private void keep(LogLine line) {
    synchronized (lines) {
      if (lines.size() == MOST) {
        lines.removeFirst();
      }
      lines.add(new LogLine(++numbers, line.at(), line.level(), line.logger(), line.message()));
    }
  }

  /** The last lines that are wanted, the oldest first. */
  public List<LogLine> last(int most, LogFilter filter) {
    List<LogLine> wanted = after(0, filter);
    return wanted.subList(Math.max(0, wanted.size() - most), wanted.size());
  }

  /** The lines that are wanted after one, the oldest first. */
  public List<LogLine> after(long number, LogFilter filter) {
    List<LogLine> wanted = new ArrayList<>();
    synchronized (lines) {
      for (LogLine line : lines) {
        if (line.number() > number && filter.takes(line)) {
          wanted.add(line);
        }
      }
    }
    return wanted;
  }

  @Override
  public void close() {
    root.detachAppender(this);
    root.detachAppender(file);
    stop();
    file.stop();
  }
}
