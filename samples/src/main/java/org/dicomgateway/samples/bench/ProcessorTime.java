package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Time on a processor, which other programs on the machine hardly change; in seconds. */
final class ProcessorTime {
  /** Of processes that ended and were waited for, in ticks (proc(5): cutime, cstime). */
  private static final Path STATUS = Path.of("/proc/self/stat");

  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;
  private static final double TICKS_PER_SECOND = 100;

  private ProcessorTime() {}

  static double ofThisThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  static double ofEndedProcesses() throws IOException {
    String status = Files.readString(STATUS);
    String[] behindName = status.substring(status.lastIndexOf(')') + 2).split(" ");
    long ticks =
        Long.parseLong(behindName[CHILDREN_USER]) + Long.parseLong(behindName[CHILDREN_SYSTEM]);
    return ticks / TICKS_PER_SECOND;
  }
}
