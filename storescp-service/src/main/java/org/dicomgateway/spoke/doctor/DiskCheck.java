package org.dicomgateway.spoke.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.dicomgateway.console.Failure;
import org.dicomgateway.console.Figures;

/**
 * Room on the spool's disk, and how long it takes until something is there for good.
 *
 * @param folder the data folder
 * @param floor bytes below which images are refused
 */
public record DiskCheck(Path folder, long floor) implements Check {
  /** A C-STORE waits so long at least; disks take 0.1 to 20 ms. */
  private static final long SLOW_MILLIS = 200;

  @Override
  public List<Finding> findings() {
    return List.of(room(), forced());
  }

  private Finding room() {
    try {
      FileStore disk = Files.getFileStore(folder);
      long free = disk.getUsableSpace();
      String found =
          "%s free of %s, images are refused below %s"
              .formatted(
                  Figures.bytes(free), Figures.bytes(disk.getTotalSpace()), Figures.bytes(floor));
      String remedy =
          "free room on the disk of " + folder + ", or see why the line carries nothing";
      if (free < floor) {
        return Finding.failed("disk", found, remedy);
      }
      return free < 2 * floor ? Finding.warning("disk", found, remedy) : Finding.ok("disk", found);
    } catch (IOException e) {
      return Finding.failed("disk", Failure.text(e), "see whether the disk is there and writable");
    }
  }

  private Finding forced() {
    try {
      long start = System.nanoTime();
      write();
      long millis = (System.nanoTime() - start) / 1_000_000;
      String found = "1 MiB is written, forced and renamed in %d ms".formatted(millis);
      return millis < SLOW_MILLIS
          ? Finding.ok("disk", found)
          : Finding.warning(
              "disk", found, "this disk is slow or busy; modalities wait as long for each image");
    } catch (IOException e) {
      return Finding.failed("disk", Failure.text(e), "see whether the disk is there and writable");
    }
  }

  private void write() throws IOException {
    Path part = Files.createTempFile(folder, "doctor", ".part");
    Path whole = part.resolveSibling(part.getFileName() + ".whole");
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
      Files.deleteIfExists(whole);
    }
  }
}
