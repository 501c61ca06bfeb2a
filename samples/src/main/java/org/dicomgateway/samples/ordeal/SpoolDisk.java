package org.dicomgateway.samples.ordeal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.dicomgateway.samples.services.HubAndSpoke;

/** The disk that a spool lies on, which can be made full. */
interface SpoolDisk extends AutoCloseable {
  /** So much stays free for the spoke, by its own settings. */
  int FREE_FLOOR_MIB = 64;

  /** The spoke's folder. */
  Path folder();

  /** Makes it full, to the last byte where it is a file system of its own. */
  void fill(HubAndSpoke both) throws IOException;

  /** Kills the spoke on the full disk, gives the room back, and starts it again. */
  void empty(HubAndSpoke both) throws IOException;

  String describe();

  @Override
  void close() throws IOException;

  /**
   * A file system of its own where that is allowed, otherwise a folder and the spoke's free floor.
   *
   * @param bytes of the file system
   */
  static SpoolDisk in(Path work, long bytes) throws IOException {
    Path image = work.resolve("spool.img");
    Path folder = Files.createDirectories(work.resolve("spool-disk"));
    try {
      run("truncate", "--size=" + bytes, image.toString());
      run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
      run("mount", "-o", "loop", image.toString(), folder.toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> unmount(folder)));
      return new Mounted(folder);
    } catch (IOException e) {
      return new Floor(folder, e.getMessage());
    }
  }

  /** A file system in a file. */
  record Mounted(Path mount) implements SpoolDisk {
    /** What the file system needs itself to take a large file is unknown; so it comes in pieces. */
    private static final long LAST = 32 << 20;

    @Override
    public Path folder() {
      return mount.resolve("spoke");
    }

    @Override
    public void fill(HubAndSpoke both) throws IOException {
      long free = Files.getFileStore(mount).getUsableSpace();
      run("fallocate", "--length=" + Math.max(1, free - LAST), filler().toString());
      try (OutputStream rest = Files.newOutputStream(filler(), StandardOpenOption.APPEND)) {
        byte[] block = new byte[1 << 12];
        while (true) {
          rest.write(block);
        }
      } catch (IOException e) {
        // Now it is full.
      }
    }

    @Override
    public void empty(HubAndSpoke both) throws IOException {
      both.killSpoke();
      Files.delete(filler());
      both.startSpoke();
    }

    private Path filler() {
      return mount.resolve("filler");
    }

    @Override
    public String describe() {
      return "a file system of its own";
    }

    @Override
    public void close() throws IOException {
      run("umount", mount.toString());
    }
  }

  /**
   * A folder of a large disk: the spoke is told that more must stay free than there is.
   *
   * @param why there is no file system of its own
   */
  record Floor(Path folder, String why) implements SpoolDisk {
    private static final List<String> ALWAYS_FULL = List.of("--min-free-mib", "1000000000");

    @Override
    public void fill(HubAndSpoke both) throws IOException {
      both.killSpoke();
      both.startSpoke(ALWAYS_FULL);
    }

    @Override
    public void empty(HubAndSpoke both) throws IOException {
      both.killSpoke();
      both.startSpoke();
    }

    @Override
    public String describe() {
      return "a folder, full by the spoke's free floor (no file system of its own: %s)"
          .formatted(why);
    }

    @Override
    public void close() {}
  }

  /** However it ends: a mount outlives the process, and whoever uses it. */
  private static void unmount(Path folder) {
    try {
      run("umount", "--lazy", folder.toString());
    } catch (IOException e) {
      // It has been done.
    }
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(command[0] + ": " + output.strip());
    }
  }
}
