package org.dicomgateway.codec.transcoding;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Takes digests of bytes on their way. */
final class DigestedOutput extends FilterOutputStream {
  private final MessageDigest sha256;
  private final CRC32 crc32 = new CRC32();

  DigestedOutput(OutputStream out) {
    super(out);
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
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
