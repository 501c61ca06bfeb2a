package org.dicomgateway.spoke.cli.study;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.console.ServiceException;

/** Where exported files go: a folder, or a zip file that has its name when it is whole. */
sealed interface ExportTarget extends AutoCloseable {

  /** Writes a file's bytes. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws ServiceException, IOException, InterruptedException;
  }

  /** What people look for. */
  Path path();

  /**
   * Begins a file; to be closed.
   *
   * @param name with slashes
   */
  OutputStream open(String name) throws IOException;

  /** Leaves out a file that was begun and is not whole. */
  void discard(String name) throws IOException;

  /** All is written. */
  void complete() throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Writes a file.
   *
   * @param sha256 that it has to have
   * @throws IOException if it has not, or the disk fails
   */
  default void write(String name, String sha256, Content content)
      throws ServiceException, IOException, InterruptedException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    OutputStream file = open(name);
    boolean whole = false;
    try {
      try (OutputStream out = new DigestOutputStream(file, digest)) {
        content.writeTo(out);
      }
      requireSame(name, HexFormat.of().formatHex(digest.digest()), sha256);
      whole = true;
    } finally {
      if (!whole) {
        discard(name);
      }
    }
  }

  private static void requireSame(String name, String is, String sha256) throws IOException {
    if (!is.equals(sha256)) {
      throw new IOException(
          name + " came otherwise than the spoke received it: its disk or the line is damaged");
    }
  }

  static ExportTarget folder(Path folder) {
    return new Folder(folder);
  }

  /**
   * @throws FileAlreadyExistsException if there is such a file
   */
  static ExportTarget zip(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    return new Zip(
        file, part, new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part))));
  }

  /** A file each. */
  record Folder(Path path) implements ExportTarget {
    @Override
    public OutputStream open(String name) throws IOException {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      try {
        return new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      } catch (FileAlreadyExistsException e) {
        throw new FileAlreadyExistsException(file.toString());
      }
    }

    @Override
    public void discard(String name) throws IOException {
      Files.deleteIfExists(path.resolve(name));
    }

    @Override
    public void complete() {}

    @Override
    public void close() {}
  }

  /** An entry each. */
  record Zip(Path path, Path part, ZipOutputStream out) implements ExportTarget {
    @Override
    public OutputStream open(String name) throws IOException {
      out.putNextEntry(new ZipEntry(name));
      return new FilterOutputStream(out) {
        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
          out.write(bytes, offset, count);
        }

        @Override
        public void close() throws IOException {
          Zip.this.out.closeEntry();
        }
      };
    }

    /** The whole of it is never given its name. */
    @Override
    public void discard(String name) {}

    @Override
    public void complete() throws IOException {
      out.close();
      Files.move(part, path);
    }

    @Override
    public void close() throws IOException {
      try (out) {
        // On a full disk not even the end of a zip file can be written.
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }
}
