package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dicomgateway.samples.services.ServiceProcess;

/**
 * What a service holds at a moment.
 *
 * @param heap bytes of the objects that are reachable
 * @param threads of the operating system
 * @param handles open files and sockets
 */
record ProcessUse(long heap, int threads, int handles) {
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)");

  static ProcessUse of(ServiceProcess service) throws IOException, InterruptedException {
    // Twice, for what is freed by finding the first garbage: buffers and files behind references.
    histogram(service.pid());
    long heap = histogram(service.pid());
    Path process = Path.of("/proc", String.valueOf(service.pid()));
    int threads = (int) number(THREADS, Files.readString(process.resolve("status")));
    try (Stream<Path> handles = Files.list(process.resolve("fd"))) {
      return new ProcessUse(heap, threads, (int) handles.count());
    }
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
