package org.dicomgateway.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a pack by byte ranges: two reads tell all that an index needs. */
public final class PackReader {

  /** Where a pack's bytes come from: a file, or an object in a store. */
  @FunctionalInterface
  public interface RangeSource {
    /** The caller closes the stream. */
    InputStream read(long offset, long length) throws IOException;
  }

  private PackReader() {}

  /**
   * Reads the pack's end.
   *
   * @throws IOException with what is wrong, if the bytes are no pack
   */
  public static PackReader open(RangeSource source, long length) throws IOException {
    throw new UnsupportedOperationException();
  }

  public PackManifest manifest() {
    throw new UnsupportedOperationException();
  }

  /** DICOM JSON objects (UTF-8), in the order of the manifest's instances. */
  public List<byte[]> metadata() throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The Part 10 file of an instance; the caller closes. */
  public InputStream open(PackedInstance instance) throws IOException {
    throw new UnsupportedOperationException();
  }
}
