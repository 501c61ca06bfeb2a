package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The blocks of a document that show what was typed, each line after a {@code $}, and printed. */
record RecordedSession(List<Step> steps) {
  private static final String PROMPT = "$ ";

  /** Stands for lines that were left out. */
  private static final String SHORTENED = "…";

  /** Times, sizes, ages and counts; not UIDs, and not how many instances there are. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?<![\\w.])(?!2\\.25\\.)(?!\\d+ instance)\\d[\\d.:-]*( (ms|s|min|h|d|B|kB|MB|GB)\\b)?");

  /**
   * A command and what it printed.
   *
   * @param command over several lines if it was typed so
   */
  record Step(String command, List<String> printed) {

    /** Whether it did what is recorded, but for what differs each time. */
    boolean isLike(Command ran) {
      return ran.exitCode() == 0 && isLike(ran.output());
    }

    private boolean isLike(String output) {
      String form =
          printed.stream()
              .map(line -> line.equals(SHORTENED) ? "(.*\n)*?" : Pattern.quote(shape(line) + "\n"))
              .collect(Collectors.joining());
      String all = output.lines().map(line -> shape(line) + "\n").collect(Collectors.joining());
      return all.matches(form);
    }

    private static String shape(String line) {
      return VARIABLE
          .matcher(line)
          .replaceAll("#")
          .replaceAll("(# ?)+", "# ")
          .replaceAll(" +", " ");
    }
  }

  static RecordedSession read(Path document) throws IOException {
    List<Step> steps = new ArrayList<>();
    boolean shown = false;
    for (String line : Files.readAllLines(document)) {
      if (line.startsWith("```")) {
        shown = !shown;
      } else if (shown) {
        add(steps, line);
      }
    }
    return new RecordedSession(steps);
  }

  private static void add(List<Step> steps, String line) {
    if (line.startsWith(PROMPT)) {
      steps.add(new Step(line.substring(PROMPT.length()), new ArrayList<>()));
    } else if (steps.getLast().command().endsWith("\\")) {
      Step begun = steps.removeLast();
      steps.add(new Step(begun.command() + "\n" + line, begun.printed()));
    } else {
      steps.getLast().printed().add(line);
    }
  }
}
