package org.dicomgateway.console;

import java.util.ArrayList;
import java.util.List;

/** A text on as many lines as it needs, of {@link Table#WIDTH} unless a single word is longer. */
public final class Paragraph {
  private Paragraph() {}

  /** Sets a text behind an indent that every line has. */
  public static List<String> lines(String indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.strip().split("\\s+")) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > Table.WIDTH) {
        lines.add(line.toString());
        line.setLength(indent.length());
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
