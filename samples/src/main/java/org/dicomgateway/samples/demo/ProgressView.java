package org.dicomgateway.samples.demo;

import java.io.PrintWriter;
import java.util.List;

/** Shows progress: bars that move on a terminal, else a line whenever something is done. */
final class ProgressView {
  private static final int BAR = 24;

  private final PrintWriter out;
  private final boolean isTerminal;
  private List<Progress.Snapshot> shown = List.of();

  ProgressView(PrintWriter out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  synchronized void show(List<Progress.Snapshot> studies) {
    if (studies.equals(shown)) {
      return;
    }
    if (isTerminal) {
      if (!shown.isEmpty()) {
        out.print("\033[" + shown.size() + "A");
      }
      studies.forEach(study -> out.println("\033[2K" + bar(study)));
    } else {
      for (int i = 0; i < studies.size(); i++) {
        if (shown.isEmpty() || hasReachedAStage(shown.get(i), studies.get(i))) {
          out.println(numbers(studies.get(i)));
        }
      }
    }
    out.flush();
    shown = studies;
  }

  private static boolean hasReachedAStage(Progress.Snapshot before, Progress.Snapshot now) {
    boolean sent = now.answered() == now.files() && before.answered() < before.files();
    return sent || now.isReadable() && !before.isReadable();
  }

  private static String bar(Progress.Snapshot study) {
    int received = BAR * study.answered() / study.files();
    int readable = BAR * study.readable() / study.files();
    String bar = "█".repeat(readable) + "▒".repeat(Math.max(0, received - readable));
    return "[" + bar + " ".repeat(BAR - bar.length()) + "] " + numbers(study);
  }

  private static String numbers(Progress.Snapshot study) {
    String refused = study.refused() == 0 ? "" : ", " + study.refused() + " refused";
    return "%s: %d of %d received, %d readable at the hub%s"
        .formatted(study.title(), study.expected(), study.files(), study.readable(), refused);
  }
}
