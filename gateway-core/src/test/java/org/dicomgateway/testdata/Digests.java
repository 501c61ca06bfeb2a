package org.dicomgateway.testdata;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;

/** Values as the scripts beside this class print them: length, space, SHA-256. */
public final class Digests {
  private Digests() {}

  public static String of(byte[] bytes) {
    return bytes.length + " " + DigestUtils.sha256Hex(bytes);
  }

  /** Of ranges put one behind the other. */
  public static String of(BulkDataSource source, List<ByteRange> ranges) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    long length = 0;
    for (ByteRange range : ranges) {
      byte[] bytes = source.bytes(range);
      digest.update(bytes);
      length += bytes.length;
    }
    return length + " " + HexFormat.of().formatHex(digest.digest());
  }
}
