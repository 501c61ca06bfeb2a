package org.dicomgateway.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real DICOM files, which are not part of this repository: the folder that the environment variable
 * GATEWAY_TEST_DATA names, or {@code shared/data} beside the repository or above. Where there is
 * none, every listing is empty, and tests that are made per file come to none.
 */
public final class RealData {
  private static final Optional<Path> FOLDER = find();

  private RealData() {}

  /** The folder; empty if there is none. */
  public static Optional<Path> folder() {
    return FOLDER;
  }

  /** All DICOM files, sorted. */
  public static List<Path> files() {
    return files("");
  }

  /** The files that are whole and conformant enough for every toolkit: all but {@code broken}. */
  public static List<Path> soundFiles() {
    return files().stream().filter(file -> !isBelow(file, "broken")).toList();
  }

  /** The files below a folder such as {@code ct} or {@code variety/charset}, sorted. */
  public static List<Path> files(String folder) {
    return FOLDER
        .map(root -> root.resolve(folder))
        .filter(Files::isDirectory)
        .map(RealData::walk)
        .orElse(List.of());
  }

  /** One file by its path in the folder; empty if there is no such file here. */
  public static Optional<Path> file(String path) {
    return FOLDER.map(root -> root.resolve(path)).filter(Files::isRegularFile);
  }

  /** A file's path in the folder, for names of tests. */
  public static String name(Path file) {
    return FOLDER.orElseThrow().relativize(file).toString();
  }

  private static boolean isBelow(Path file, String folder) {
    return file.startsWith(FOLDER.orElseThrow().resolve(folder));
  }

  private static List<Path> walk(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).filter(RealData::isDicom).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root holds tables about the files. */
  private static boolean isDicom(Path file) {
    return !file.getParent().equals(FOLDER.orElseThrow());
  }

  private static Optional<Path> find() {
    String named = System.getenv("GATEWAY_TEST_DATA");
    if (named != null && !named.isBlank()) {
      Path folder = Path.of(named).toAbsolutePath().normalize();
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException("GATEWAY_TEST_DATA is no folder: " + folder);
      }
      return Optional.of(folder);
    }
    return besideRepository();
  }

  private static Optional<Path> besideRepository() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("data");
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
