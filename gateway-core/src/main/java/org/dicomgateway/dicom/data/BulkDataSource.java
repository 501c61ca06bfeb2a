package org.dicomgateway.dicom.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Where values lie that a reader left where they are. */
@FunctionalInterface
public interface BulkDataSource {

  /** The bytes from a range's beginning on, at least to its end; the caller closes. */
  InputStream open(ByteRange range) throws IOException;

  /** The bytes of a range, which must be short. */
  default byte[] bytes(ByteRange range) throws IOException {
    try (InputStream stream = open(range)) {
      return stream.readNBytes(Math.toIntExact(range.length()));
    }
  }

  /** A file; it is opened for each range. */
  static BulkDataSource of(Path file) {
    return range -> Channels.newInputStream(FileChannel.open(file).position(range.offset()));
  }

  /** No source, for data sets that are whole in memory. */
  static BulkDataSource none() {
    return range -> {
      throw new IllegalArgumentException(
          "value of " + range.length() + " bytes was left in its file");
    };
  }
}
