package org.dicomgateway.hub.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;

/** Takes digests of all bytes on their way, of skipped ones too. */
final class DigestedStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest sha256 = DigestUtils.getSha256Digest();
  private final CRC32 crc32 = new CRC32();
  private final byte[] skipped = new byte[BUFFER];

  DigestedStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      sha256.update(buffer, offset, count);
      crc32.update(buffer, offset, count);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return Math.max(0, read(skipped, 0, (int) Math.min(count, BUFFER)));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads to the end. */
  void drain() throws IOException {
    while (read(skipped, 0, BUFFER) >= 0) {
      // Digested on the way.
    }
  }

  /** Lower-case hex digest of what was read; ends the digest. */
  String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  int crc32() {
    return (int) crc32.getValue();
  }
}
