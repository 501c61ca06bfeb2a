package org.dicomgateway.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in columns: a heading that begins with {@code >} has its column to the right. A row may be a
 * text across all columns, for what is too long for one. For one thread.
 */
public final class Table {
  /** Lines are not longer than this, unless a single value is. */
  public static final int WIDTH = 80;

  private static final String GAP = "  ";

  private record Row(String across, List<String> cells) {}

  private final List<String> headings;
  private final List<Row> rows = new ArrayList<>();

  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  /** Adds a row of as many cells as there are headings. */
  public Table row(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + headings);
    }
    rows.add(new Row("", Arrays.stream(cells).map(String::valueOf).toList()));
    return this;
  }

  /** Adds a text that takes a line of its own. */
  public Table across(String text) {
    rows.add(new Row(text, List.of()));
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, headings first. */
  public List<String> lines() {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = name(i).length();
      for (Row row : rows) {
        widths[i] = Math.max(widths[i], row.cells().isEmpty() ? 0 : row.cells().get(i).length());
      }
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      names.add(name(i));
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(names, widths));
    rows.forEach(
        row -> lines.add(row.cells().isEmpty() ? row.across() : line(row.cells(), widths)));
    return lines;
  }

  private String name(int column) {
    return headings.get(column).replaceFirst("^>", "");
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - cells.get(i).length());
      boolean right = headings.get(i).startsWith(">");
      line.append(i == 0 ? "" : GAP).append(right ? space + cells.get(i) : cells.get(i) + space);
    }
    return line.toString().stripTrailing();
  }
}
