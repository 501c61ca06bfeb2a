package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.dicomgateway.samples.services.Installation;
import org.dicomgateway.samples.wholeway.RecordedSession.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Types all of {@code docs/session.md}, so that it stays true. */
@Timeout(300)
class SessionIT {
  private static final List<String> PORTS = List.of("8080", "8081", "9090", "11112", "11119");
  private static final String DAY = "05:00-22:00";

  /** Commands that change nothing, and show sooner or later what was begun before. */
  private static final Pattern LOOKS =
      Pattern.compile(
          "grep .*|gateway spoke (status|queue|trace|\\w+ (list|test)).*|gateway hub .* list.*");

  @TempDir Path folder;

  @Test
  void everyCommandOfTheDocumentPrintsWhatItSays() throws Exception {
    Path root = Installation.own().root();
    RecordedSession session = RecordedSession.read(root.resolve("docs/session.md"));
    assertThat(session.steps()).hasSizeGreaterThan(20);
    Map<String, String> instead = instead();
    Map<String, String> environment =
        Map.of(
            "PATH",
            root + ":" + System.getenv("PATH"),
            "GATEWAY_URL",
            "http://127.0.0.1:" + instead.get("8081"),
            "GATEWAY_JAVA_OPTS",
            "-Xmx256m",
            "LC_ALL",
            "C.UTF-8");
    try (Terminal terminal = Terminal.open(folder, environment)) {
      for (Step step : session.steps()) {
        type(terminal, step, instead);
      }
    }
  }

  private static void type(Terminal terminal, Step step, Map<String, String> instead)
      throws Exception {
    String command = step.command();
    for (Map.Entry<String, String> one : instead.entrySet()) {
      command = command.replaceAll("\\b" + one.getKey() + "\\b", one.getValue());
    }
    String typed = command;
    Deque<Command> tries = new ArrayDeque<>();
    Callable<Boolean> asRecorded =
        () -> {
          tries.add(terminal.run(typed));
          return step.isLike(tries.getLast());
        };
    boolean right =
        LOOKS.matcher(typed).matches() ? Eventually.comesTrue(asRecorded) : asRecorded.call();
    assertThat(right)
        .as(
            "%s%nends with %d and prints%n%s%nnot%n%s",
            typed,
            tries.getLast().exitCode(),
            tries.getLast().output(),
            String.join("\n", step.printed()))
        .isTrue();
  }

  /** Free ports, and hours among which is now. */
  private static Map<String, String> instead() throws IOException {
    Map<String, String> instead = new LinkedHashMap<>();
    List<ServerSocket> held = new ArrayList<>();
    for (String port : PORTS) {
      ServerSocket free = new ServerSocket(0);
      held.add(free);
      instead.put(port, String.valueOf(free.getLocalPort()));
    }
    for (ServerSocket one : held) {
      one.close();
    }
    int hour = LocalTime.now().getHour();
    instead.put(DAY, "%02d:00-%02d:00".formatted((hour + 23) % 24, (hour + 3) % 24));
    return instead;
  }
}
