package org.dicomgateway.dicom.part10;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.dicomgateway.dicom.data.BulkDataSource;

/** Values that were left in a file whose data set may be deflated. */
final class Inflated {
  private Inflated() {}

  static BulkDataSource source(Path file, Part10 part10) throws IOException {
    if (!part10.transferSyntax().deflated()) {
      return BulkDataSource.of(file);
    }
    long start = part10.dataSetOffset();
    try (InputStream stream = Files.newInputStream(file)) {
      stream.skipNBytes(start);
      byte[] dataSet = new InflaterInputStream(stream, new Inflater(true)).readAllBytes();
      return range ->
          new ByteArrayInputStream(
              dataSet, Math.toIntExact(range.offset() - start), Math.toIntExact(range.length()));
    }
  }
}
