package org.dicomgateway.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/** The lines of {@code known-differences.tsv} about one peer. */
record KnownDifferences(List<Line> lines) {

  /**
   * @param files glob of paths in the folder of real files
   * @param paths glob of tags, or of tag/item/tag
   * @param clause of the standard that settles it
   */
  record Line(
      String peer, String files, String paths, Difference.Kind kind, String clause, String reason) {

    private static Line of(String line) {
      String[] fields = line.split("\t");
      Difference.Kind kind = Difference.Kind.valueOf(fields[3]);
      return new Line(fields[0], fields[1], fields[2], kind, fields[4], fields[5]);
    }

    boolean covers(Difference difference) {
      return kind == difference.kind()
          && matches(files, difference.file())
          && matches(paths, difference.path());
    }

    private static boolean matches(String glob, String path) {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(path));
    }
  }

  static KnownDifferences with(String peer) throws IOException {
    try (InputStream table = KnownDifferences.class.getResourceAsStream("known-differences.tsv")) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return new KnownDifferences(
          text.lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Line::of)
              .filter(line -> line.peer().equals(peer))
              .toList());
    }
  }

  List<Difference> unlisted(List<Difference> found) {
    return found.stream()
        .filter(difference -> lines.stream().noneMatch(line -> line.covers(difference)))
        .toList();
  }

  List<Line> noLongerFound(List<Difference> found) {
    return lines.stream().filter(line -> found.stream().noneMatch(line::covers)).toList();
  }
}
