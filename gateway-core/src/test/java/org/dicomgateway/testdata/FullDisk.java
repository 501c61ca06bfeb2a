package org.dicomgateway.testdata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of a few MiB that can be filled: a file system of its own where that is allowed. */
public sealed interface FullDisk extends AutoCloseable {
  /** Leaves no room, for the file that is to be written next at least. */
  void fill(Path next) throws IOException;

  /** Gives the room back. */
  void empty() throws IOException;

  @Override
  void close() throws IOException;

  /** Puts one in a folder's place. */
  static FullDisk at(Path folder) throws IOException {
    try {
      run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.toString());
      return new Mounted(folder);
    } catch (IOException e) {
      return new Device();
    }
  }

  /** Full to the last byte. */
  record Mounted(Path folder) implements FullDisk {
    @Override
    public void fill(Path next) throws IOException {
      try (OutputStream filler = Files.newOutputStream(filler())) {
        byte[] block = new byte[1 << 12];
        while (true) {
          filler.write(block);
        }
      } catch (IOException e) {
        if (!String.valueOf(e.getMessage()).contains("No space left")) {
          throw e;
        }
      }
    }

    @Override
    public void empty() throws IOException {
      Files.delete(filler());
    }

    private Path filler() {
      return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
      run("umount", folder.toString());
    }
  }

  /** Where nothing can be mounted: one file leads to the device that is always full. */
  record Device() implements FullDisk {
    @Override
    public void fill(Path next) throws IOException {
      Files.createDirectories(next.getParent());
      Files.createSymbolicLink(next, Path.of("/dev/full"));
    }

    @Override
    public void empty() {
      // Whoever could not write it has removed it.
    }

    @Override
    public void close() {}
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue() != 0) {
      throw new IOException(command[0] + ": " + said.strip());
    }
  }
}
