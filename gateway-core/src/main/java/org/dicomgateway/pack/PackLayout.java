package org.dicomgateway.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The bytes of a pack, laid out before one is written: the same arguments give the same bytes, so
 * that sending can go on at any byte, also after a restart, without a copy on disk. Immutable and
 * thread-safe as long as the instances' files stay as they are.
 */
public final class PackLayout {

  /**
   * What goes into a pack.
   *
   * @param instance {@code offset} is ignored
   * @param file where the Part 10 file lies
   * @param fileOffset first byte of the Part 10 file within {@code file}
   * @param crc32 of the Part 10 file, as ZIP wants it
   * @param metadata DICOM JSON object of the instance as {@link PackMetadata} writes it
   */
  public record Content(
      PackedInstance instance, Path file, long fileOffset, int crc32, byte[] metadata) {}

  private PackLayout() {}

  public static PackLayout of(
      String packId,
      String site,
      String studyInstanceUid,
      Instant created,
      List<Content> contents) {
    throw new UnsupportedOperationException();
  }

  /** The manifest with every offset filled in. */
  public PackManifest manifest() {
    throw new UnsupportedOperationException();
  }

  /** Bytes of the whole pack. */
  public long length() {
    throw new UnsupportedOperationException();
  }

  /** The pack's bytes from an offset on; the caller closes. */
  public InputStream open(long offset) throws IOException {
    throw new UnsupportedOperationException();
  }
}
