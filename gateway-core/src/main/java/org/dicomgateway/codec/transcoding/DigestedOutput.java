package org.dicomgateway.codec.transcoding;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;

/** Takes digests of bytes on their way. */
final class DigestedOutput extends FilterOutputStream {
  private final MessageDigest sha256 = DigestUtils.getSha256Digest();
  private final CRC32 crc32 = new CRC32();

  DigestedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    sha256.update(bytes, offset, count);
    crc32.update(bytes, offset, count);
  }

  /** Lower-case hex; ends the digest. */
  String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  int crc32() {
    return (int) crc32.getValue();
  }
}
