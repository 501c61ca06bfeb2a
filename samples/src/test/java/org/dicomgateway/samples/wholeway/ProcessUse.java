package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dicomgateway.samples.services.ServiceProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service holds at a moment.
 *
 * @param heap bytes of the objects that are reachable
 * @param threads platform and virtual, how many of each name; numbers in names are left out
 * @param handles open files and sockets
 */
record ProcessUse(long heap, SortedMap<String, Integer> threads, int handles) {
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  /**
   * Threads that carry the virtual ones: the runtime adds some while files are read, and takes them
   * away only when nothing at all has run for half a minute.
   */
  private static final Pattern CARRIER = Pattern.compile("ForkJoinPool-\\d+-worker-\\d+");

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  static ProcessUse of(ServiceProcess service) throws IOException, InterruptedException {
    // Twice, for what is freed by finding the first garbage: buffers and files behind references.
    histogram(service.pid());
    long heap = histogram(service.pid());
    Path process = Path.of("/proc", String.valueOf(service.pid()));
    SortedMap<String, Integer> threads = threads(service.pid());
    try (Stream<Path> handles = Files.list(process.resolve("fd"))) {
      return new ProcessUse(heap, threads, (int) handles.count());
    }
  }

  int threadCount() {
    return threads.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Only a dump into a file has the virtual ones. */
  private static SortedMap<String, Integer> threads(long pid)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("threads");
    Path dump = folder.resolve("dump.json");
    Command.run(
        JCMD.toString(),
        String.valueOf(pid),
        "Thread.dump_to_file",
        "-format=json",
        dump.toString());
    SortedMap<String, Integer> threads = new TreeMap<>();
    for (JsonNode name : new JsonMapper().readTree(dump.toFile()).findValues("name")) {
      if (!CARRIER.matcher(name.asString()).matches()) {
        threads.merge(name.asString().replaceAll("\\d+", ""), 1, Integer::sum);
      }
    }
    Files.delete(dump);
    Files.delete(folder);
    return threads;
  }

  /** Counting the objects that are reachable collects all others. */
  private static long histogram(long pid) throws IOException, InterruptedException {
    Command jcmd = Command.run(JCMD.toString(), String.valueOf(pid), "GC.class_histogram");
    return number(TOTAL, jcmd.output());
  }

  private static long number(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("no " + pattern + " in:\n" + text);
    }
    return Long.parseLong(matcher.group(1));
  }
}
