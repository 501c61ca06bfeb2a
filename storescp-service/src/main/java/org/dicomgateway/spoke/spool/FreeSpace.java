package org.dicomgateway.spoke.spool;

import java.io.IOException;
import java.nio.file.Path;
import org.dicomgateway.spoke.spool.Space.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps room free on the spool's file system, and says so before it runs out. Thread-safe. */
final class FreeSpace {
  private static final Logger log = LoggerFactory.getLogger(FreeSpace.class);

  private final Disk disk;
  private final Path directory;
  private final long floor;
  private Level said = Level.AMPLE;

  FreeSpace(Disk disk, Path directory, long floor) {
    this.disk = disk;
    this.directory = directory;
    this.floor = floor;
  }

  /** Looks at the disk, and logs when its level has changed. */
  Space look() throws IOException {
    return look(disk.totalBytes(directory));
  }

  /** Throws when less is free than has to stay free. */
  void check() throws IOException {
    Space space = look(0);
    if (space.level() == Level.NONE) {
      throw new SpoolException(
          "%d MiB free, %d MiB must stay free".formatted(space.free() >> 20, floor >> 20));
    }
  }

  private Space look(long total) throws IOException {
    Space space = new Space(disk.usableBytes(directory), total, 2 * floor, floor);
    say(space.level(), space.free() >> 20);
    return space;
  }

  private synchronized void say(Level level, long freeMiB) {
    if (level == said) {
      return;
    }
    said = level;
    switch (level) {
      case AMPLE -> log.info("{}: {} MiB free, enough again", directory, freeMiB);
      case SHORT ->
          log.warn(
              "{}: only {} MiB free; below {} MiB instances are refused. Make room on this disk",
              directory,
              freeMiB,
              floor >> 20);
      case NONE ->
          log.error(
              "{}: only {} MiB free, instances are refused with A700 until {} MiB are. Make room on"
                  + " this disk; what was acknowledged is safe and goes on to the hub",
              directory,
              freeMiB,
              floor >> 20);
    }
  }
}
