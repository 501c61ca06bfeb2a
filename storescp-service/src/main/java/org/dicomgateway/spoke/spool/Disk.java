package org.dicomgateway.spoke.spool;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The steps by which the spool changes its file system; tests stop after any of them. */
interface Disk {
  Disk REAL = new Disk() {};

  default FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, CREATE_NEW, READ, WRITE);
  }

  /** Writes all that remains. */
  default void write(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Makes a file's bytes durable. */
  default void force(FileChannel file) throws IOException {
    file.force(true);
  }

  default void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  default void createDirectory(Path directory) throws IOException {
    Files.createDirectory(directory);
  }

  /** Makes the names in a directory durable. */
  default void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }

  /** Asked for each instance, so by one system call: a FileStore reads the table of mounts. */
  default long usableBytes(Path directory) throws IOException {
    return directory.toFile().getUsableSpace();
  }

  default long totalBytes(Path directory) throws IOException {
    return directory.toFile().getTotalSpace();
  }
}
