package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a measurement was made on. */
public final class Machine {
  private static final String CPU = "model name";

  private Machine() {}

  /** One line: processor, cores, memory, file system below a folder, Java. */
  public static String describe(Path folder) throws IOException {
    return "%s, %d cores, load %.1f; %s; Java %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage(),
            Files.getFileStore(folder).type(),
            Runtime.version());
  }

  private static String processor() throws IOException {
    Path cpuinfo = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpuinfo)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(cpuinfo).stream()
        .filter(line -> line.startsWith(CPU))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
