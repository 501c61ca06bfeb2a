package org.dicomgateway.spoke.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.dicomgateway.spoke.log.LogFilter;
import org.dicomgateway.spoke.log.LogLevel;
import org.dicomgateway.spoke.log.LogLine;
import org.dicomgateway.spoke.log.ServiceLog;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /api/log}: what the service told last, and, at {@code /follow}, what it tells from now on.
 */
@RestController
public final class LogController {
  private static final int MOST_FOLLOWERS = 20;
  private static final long LOOK_EVERY_MILLIS = 250;
  private static final int LOOKS_A_HEARTBEAT = 20;

  private final ServiceLog log;
  private final JsonMapper json;
  private final Semaphore followers = new Semaphore(MOST_FOLLOWERS);
  private volatile boolean closed;

  LogController(SpokeStatus.Source source, JsonMapper json) {
    this.log = source.log();
    this.json = json;
  }

  /**
   * @param level the least
   * @param study UID that has to stand in it
   */
  @GetMapping("/api/log")
  List<LogLine> last(
      @RequestParam(defaultValue = "info") String level,
      @RequestParam(defaultValue = "") String study,
      @RequestParam(defaultValue = "100") int lines) {
    return log.last(Math.max(0, lines), filter(level, study));
  }

  /** Server-sent events: the last lines first, then each as it is told; a comment now and then. */
  @GetMapping("/api/log/follow")
  void follow(
      @RequestParam(defaultValue = "info") String level,
      @RequestParam(defaultValue = "") String study,
      @RequestParam(defaultValue = "10") int lines,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    LogFilter filter = filter(level, study);
    if (!followers.tryAcquire()) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    try {
      response.setContentType("text/event-stream;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      long newest = log.last(1, LogFilter.ALL).stream().mapToLong(LogLine::number).sum();
      write(log.last(Math.max(0, lines), filter), newest, filter, response.getWriter());
    } finally {
      followers.release();
    }
  }

  private void write(List<LogLine> first, long newest, LogFilter filter, PrintWriter out)
      throws InterruptedException {
    List<LogLine> told = first;
    long seen = newest;
    for (int look = 0; !closed && !out.checkError(); look++) {
      for (LogLine line : told) {
        out.print("data: " + json.writeValueAsString(line) + "\n\n");
        seen = Math.max(seen, line.number());
      }
      if (look % LOOKS_A_HEARTBEAT == 0) {
        out.print(":\n\n");
      }
      out.flush();
      Thread.sleep(LOOK_EVERY_MILLIS);
      told = log.after(seen, filter);
    }
  }

  private static LogFilter filter(String level, String study) {
    try {
      return new LogFilter(LogLevel.parse(level), study);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(e.getMessage());
    }
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    closed = true;
  }
}
