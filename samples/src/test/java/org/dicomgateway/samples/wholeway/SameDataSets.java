package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares files with what the hub gives back, element by element, by pydicom: a judge that shares
 * nothing with us. Encoded pixel data is compared byte for byte.
 */
final class SameDataSets {
  private static final String PYTHON = "/usr/bin/python3";

  private final Path folder;
  private final List<String> pairs = new ArrayList<>();

  /**
   * @param folder for what comes back
   */
  SameDataSets(Path folder) {
    this.folder = folder;
  }

  /** Fetches an instance to be compared with a file. */
  void add(Path sent, HubClient.Address instance, HubClient hub)
      throws IOException, InterruptedException {
    Path returned = folder.resolve(pairs.size() + ".dcm");
    hub.retrieve(instance, returned);
    pairs.add(sent + "\t" + returned);
  }

  /** Notes files of which one has to be equal to what was sent. */
  void addCandidates(Path sent, List<Path> candidates) {
    String files = String.join("\t", candidates.stream().map(Path::toString).toList());
    pairs.add(sent + "\t" + files);
  }

  int size() {
    return pairs.size();
  }

  /** What differs, a line each, with the file and the element. */
  List<String> differences() throws IOException, InterruptedException {
    Path list = Files.write(folder.resolve("pairs.tsv"), pairs);
    Path script = folder.resolve("same_data_sets.py");
    try (var source = SameDataSets.class.getResourceAsStream("same_data_sets.py")) {
      Files.write(script, source.readAllBytes());
    }
    Command command = Command.run(PYTHON, "-W", "ignore", script.toString(), list.toString());
    List<String> lines = command.output().strip().lines().toList();
    String last = lines.isEmpty() ? "" : lines.getLast();
    if (command.exitCode() != 0 || !last.equals("compared " + pairs.size())) {
      throw new AssertionError("comparison broke off:\n" + command.output());
    }
    return lines.subList(0, lines.size() - 1);
  }
}
