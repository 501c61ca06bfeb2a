package org.dicomgateway.hub.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.VR;

/**
 * A value that was left in the Part 10 file.
 *
 * @param range counted from the file's first byte
 * @param bigEndian as it lies there
 */
public record BulkDataLocation(ByteRange range, boolean bigEndian, VR vr) {
  private static final Pattern URI =
      Pattern.compile("bulkdata/[0-9A-F/]+\\?offset=(\\d+)&length=(\\d+)&endian=(little|big)");

  /** Understands the relative URI that {@link org.dicomgateway.pack.PackMetadata} writes. */
  static Optional<BulkDataLocation> parse(String uri, VR vr) {
    Matcher parts = URI.matcher(uri);
    if (!parts.matches()) {
      return Optional.empty();
    }
    ByteRange range = new ByteRange(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    return Optional.of(new BulkDataLocation(range, parts.group(3).equals("big"), vr));
  }

  /** The value, little endian. */
  InputStream open(ByteSource source) throws IOException {
    InputStream value = source.read(range);
    return swapUnit() == 1 ? value : new SwappedStream(value, swapUnit());
  }

  /** Width of the values that have to be swapped; 1 if none has. */
  int swapUnit() {
    return bigEndian ? vr.unitLength() : 1;
  }
}
