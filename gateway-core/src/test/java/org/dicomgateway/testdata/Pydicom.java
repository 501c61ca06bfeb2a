package org.dicomgateway.testdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What pydicom makes of files: another reader of DICOM to hold ours against. */
public final class Pydicom {
  private Pydicom() {}

  /**
   * Runs a script that lies beside this class on many files at once.
   *
   * @return for each file what the script printed about it, a line each
   */
  public static Map<Path, List<String>> run(String script, List<Path> files) throws IOException {
    if (files.isEmpty()) {
      return Map.of();
    }
    Path paths = Files.createTempFile("files", ".txt");
    try {
      Files.write(paths, files.stream().map(Path::toString).toList());
      return run(script, paths);
    } finally {
      Files.delete(paths);
    }
  }

  private static Map<Path, List<String>> run(String script, Path paths) throws IOException {
    Process process =
        new ProcessBuilder("/usr/bin/python3", "-c", text(script))
            .redirectInput(paths.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<Path, List<String>> listings = new LinkedHashMap<>();
    List<String> listing = List.of();
    try (var output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("F ")) {
          listing = new ArrayList<>();
          listings.put(Path.of(line.substring(2)), listing);
        } else {
          listing.add(line);
        }
      }
    }
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException(
          "%s ended with %d: is the package python3-pydicom installed?".formatted(script, exit));
    }
    return listings;
  }

  /** As text and not as a file: other modules have this class in a jar. */
  private static String text(String script) throws IOException {
    try (var source = Pydicom.class.getResourceAsStream(script)) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
