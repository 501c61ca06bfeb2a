package org.dicomgateway.spoke.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A disk that stops at any step, and forgets in a power cut what was not forced: bytes of files,
 * names in directories.
 */
final class FragileDisk implements Disk {
  /** The power is gone; nothing works any more. */
  static final class PowerCut extends RuntimeException {}

  private final Map<FileChannel, Path> files = new HashMap<>();
  private final Set<Path> unforcedFiles = new HashSet<>();
  private final List<Path> unforcedNames = new ArrayList<>();
  private int stepsLeft = Integer.MAX_VALUE;
  private IOException failure;
  private long usableBytes = Long.MAX_VALUE;
  private int directoryForces;

  /** Works for so many more steps; the next one is a power cut, done half or not at all. */
  void cutPowerAfter(int steps) {
    stepsLeft = steps;
  }

  /** Every write fails from now on; null: works again. */
  void failWith(IOException reason) {
    failure = reason;
  }

  void usableBytes(long bytes) {
    usableBytes = bytes;
  }

  int directoryForces() {
    return directoryForces;
  }

  /** What the file system looks like after the cut: nothing survives that was not forced. */
  void forgetUnforced() throws IOException {
    for (Path name : unforcedNames) {
      Files.deleteIfExists(name);
    }
    for (Path file : unforcedFiles) {
      if (Files.exists(file)) {
        Files.write(file, new byte[0]);
      }
    }
  }

  private void step() {
    if (stepsLeft-- <= 0) {
      throw new PowerCut();
    }
  }

  @Override
  public FileChannel create(Path file) throws IOException {
    step();
    FileChannel channel = Disk.super.create(file);
    files.put(channel, file);
    unforcedFiles.add(file);
    return channel;
  }

  @Override
  public void write(FileChannel file, ByteBuffer bytes) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (stepsLeft == 0) {
      Disk.super.write(file, bytes.slice(bytes.position(), bytes.remaining() / 2));
    }
    step();
    Disk.super.write(file, bytes);
  }

  @Override
  public void force(FileChannel file) throws IOException {
    step();
    unforcedFiles.remove(files.get(file));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step();
    Disk.super.rename(from, to);
    if (unforcedFiles.remove(from)) {
      unforcedFiles.add(to);
    }
    unforcedNames.add(to);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    step();
    Disk.super.createDirectory(directory);
  }

  @Override
  public synchronized void forceDirectory(Path directory) {
    step();
    directoryForces++;
    unforcedNames.removeIf(name -> name.getParent().equals(directory));
  }

  @Override
  public long usableBytes(Path directory) {
    return usableBytes;
  }
}
