package org.dicomgateway.hub.viewer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.hub.testhub.TestImage;

/** Images in High-Throughput JPEG 2000, encoded by OpenJPH. */
final class Htj2k {
  private static final short START_OF_TILE_PART = (short) 0xFF90;
  private static final short TILE_PART_LENGTHS = (short) 0xFF55;

  private Htj2k() {}

  /**
   * Writes an image of one sample of 16 bits a pixel, without loss unless the transfer syntax
   * allows for it.
   */
  static Path write(Path file, Attributes image, String transferSyntax) throws Exception {
    Path plain = file.resolveSibling(file.getFileName() + ".pgm");
    Path coded = file.resolveSibling(file.getFileName() + ".j2c");
    Files.write(plain, pgm(image));
    if (transferSyntax.equals(UID.HTJ2K)) {
      Command.run("ojph_compress", "-i", plain, "-o", coded, "-qstep", "0.01");
    } else {
      Command.run("ojph_compress", "-i", plain, "-o", coded, "-reversible", "true");
    }
    byte[] code = withTilePartLengths(Files.readAllBytes(coded));
    byte[] frame = Arrays.copyOf(code, code.length + code.length % 2);
    return TestImage.write(
        file, image.remove(Tag.PixelData), transferSyntax, List.of(List.of(frame)));
  }

  /** The netpbm format, which is big endian. */
  private static byte[] pgm(Attributes image) {
    byte[] pixels = image.bytes(Tag.PixelData).orElseThrow();
    byte[] header =
        "P5\n%d %d\n%d\n"
            .formatted(
                image.integer(Tag.Columns).orElseThrow(),
                image.integer(Tag.Rows).orElseThrow(),
                (1 << image.integer(Tag.BitsStored).orElseThrow()) - 1)
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer pgm = ByteBuffer.allocate(header.length + pixels.length).put(header);
    pgm.asShortBuffer().put(ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer());
    return pgm.array();
  }

  /**
   * Adds the marker segment TLM (ISO/IEC 15444-1 §A.7.1), which the RPCL syntax demands (PS3.5
   * §10.18) and OpenJPH 0.9 does not write; progression and resolutions are right by its defaults.
   */
  private static byte[] withTilePartLengths(byte[] code) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(code);
    int tilePart = Short.BYTES;
    while (in.getShort(tilePart) != START_OF_TILE_PART) {
      tilePart += Short.BYTES + Short.toUnsignedInt(in.getShort(tilePart + Short.BYTES));
    }
    int length = in.getInt(tilePart + 6);
    if (tilePart + length + Short.BYTES != code.length) {
      throw new IOException("not a single tile-part: " + length + " of " + code.length + " bytes");
    }
    return ByteBuffer.allocate(code.length + 10)
        .put(code, 0, tilePart)
        .putShort(TILE_PART_LENGTHS)
        .putShort((short) 8)
        .put((byte) 0)
        .put((byte) 0x40)
        .putInt(length)
        .put(code, tilePart, code.length - tilePart)
        .array();
  }
}
