package org.dicomgateway.spoke.spool;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instances this spoke answers for, one file each; the package documentation draws them.
 * Thread-safe. One process at a time.
 */
public final class Spool {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final String SUFFIX = ".inst";
  private static final String PART_SUFFIX = ".part";
  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.inst");
  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private final Disk disk;
  private final Path instances;
  private final Path damaged;
  private final FreeSpace freeSpace;
  private final DirectoryForce directoryForce;
  private volatile Path durableFolder;

  private Spool(Path directory, long freeFloor, Disk disk) {
    this.disk = disk;
    this.instances = directory.resolve("instances");
    this.damaged = directory.resolve("damaged");
    this.freeSpace = new FreeSpace(disk, directory, freeFloor);
    this.directoryForce = new DirectoryForce(disk);
  }

  /**
   * Opens a spool, or makes one. What was being received when the last process ended was not
   * acknowledged and is discarded.
   *
   * @param freeFloor bytes of the file system that stay free; too low and other programs fail with
   *     us, too high and instances are refused while there is room
   */
  public static Spool open(Path directory, long freeFloor) throws IOException {
    return open(directory, freeFloor, Disk.REAL);
  }

  static Spool open(Path directory, long freeFloor, Disk disk) throws IOException {
    Spool spool = new Spool(directory, freeFloor, disk);
    for (Path folder : List.of(spool.instances, spool.damaged)) {
      Files.createDirectories(folder);
    }
    disk.forceDirectory(directory);
    spool.discardUnacknowledged();
    return spool;
  }

  private void discardUnacknowledged() throws IOException {
    for (Path file : files()) {
      if (file.toString().endsWith(PART_SUFFIX)) {
        log.info("discarding {}, which was not acknowledged", file);
        Files.delete(file);
      }
    }
  }

  /**
   * Begins an instance.
   *
   * @throws SpoolException if there is no room
   */
  public IncomingInstance receive() throws SpoolException {
    String id = nextId();
    Path part = part(id);
    try {
      freeSpace.check();
      makeFolder(part.getParent());
      return new IncomingInstance(this, id, part, disk.create(part));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static String nextId() {
    return IDS.generate().toString();
  }

  /** Gives a whole and forced file its name, for good when this returns. */
  void publish(String id, Path part) throws IOException {
    Path file = file(id);
    disk.rename(part, file);
    try {
      directoryForce.force(file.getParent());
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void makeFolder(Path folder) throws IOException {
    if (folder.equals(durableFolder)) {
      return;
    }
    synchronized (this) {
      if (!folder.equals(durableFolder)) {
        if (!Files.isDirectory(folder)) {
          disk.createDirectory(folder);
        }
        disk.forceDirectory(instances);
        durableFolder = folder;
      }
    }
  }

  /** All instances, in the order of their receipt. */
  public List<String> ids() throws IOException {
    return files().stream()
        .map(file -> NAME.matcher(file.getFileName().toString()))
        .filter(Matcher::matches)
        .map(name -> name.group(1))
        .sorted()
        .toList();
  }

  /** Of all folders; while instances come and go, as some moment saw each folder. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : list(instances)) {
      files.addAll(list(folder));
    }
    return files;
  }

  /**
   * What a file's trailer says.
   *
   * @throws DamagedFileException if the file is not as the spool wrote it
   */
  public SpooledInstance read(String id) throws IOException {
    try (FileChannel file = FileChannel.open(file(id), StandardOpenOption.READ)) {
      return Trailer.read(file).instance(id);
    }
  }

  /** An instance's Part 10 file; the caller closes. */
  public InputStream open(SpooledInstance instance) throws IOException {
    FileChannel file = FileChannel.open(file(instance.id()), StandardOpenOption.READ);
    return new InstanceStream(file, instance.length());
  }

  /** Where an instance's Part 10 file begins, at the first byte. */
  public Path file(String id) {
    return instances.resolve(id.substring(0, 8)).resolve(id + SUFFIX);
  }

  /** Where it is while it is received: renamed within its folder, which costs the disk least. */
  private Path part(String id) {
    return file(id).resolveSibling(id + PART_SUFFIX);
  }

  /** Takes a damaged file out of the way and keeps it; returns where. */
  public Path setAside(String id) throws IOException {
    Path aside = damaged.resolve(id + SUFFIX);
    disk.rename(file(id), aside);
    return aside;
  }

  /** Deletes an instance, and its folder with the last of it; nothing happens if it is gone. */
  public void remove(String id) throws IOException {
    Path file = file(id);
    Files.deleteIfExists(file);
    Path folder = file.getParent();
    if (isPast(folder) && list(folder).isEmpty()) {
      Files.deleteIfExists(folder);
    }
  }

  /** Whether no instance will be put into a folder any more. */
  private boolean isPast(Path folder) {
    long number = Long.parseLong(folder.getFileName().toString(), 16);
    return number + 1 < Long.parseLong(nextId().substring(0, 8), 16);
  }

  private static List<Path> list(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  /** Room on the spool's file system; logged when it begins to run out, and when it is back. */
  public Space space() throws IOException {
    return freeSpace.look();
  }

  FreeSpace freeSpace() {
    return freeSpace;
  }

  Disk disk() {
    return disk;
  }

  static SpoolException failure(IOException e) {
    return e instanceof SpoolException already ? already : new SpoolException(e);
  }
}
