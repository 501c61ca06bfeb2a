package org.dicomgateway.codec.jpegls;

/** Writes lossless JPEG-LS. */
public final class JpegLsEncoder {
  private static final int NOT_SUBSAMPLED = 0x11;
  private static final int MOST_BYTES_OF_SAMPLE = 8;
  private static final int HEADER_BYTES = 64;

  private final short[] samples;
  private final FrameShape shape;
  private final BitWriter out;

  private JpegLsEncoder(short[] samples, FrameShape shape) {
    this.samples = samples;
    this.shape = shape;
    out = new BitWriter(HEADER_BYTES + samples.length);
  }

  /**
   * A frame as a codestream from SOI to EOI that decodes to the very same samples. Any number of
   * threads may encode at once.
   *
   * @param samples unsigned, row by row, interleaved by pixel; not changed
   * @param shape of fewer than 8 bits the stream is as the standard has it, but DCMTK 3.6.7 and
   *     GDCM 3.0 do not read it: call them 8 in files for others
   * @throws IllegalArgumentException if there are more or fewer samples than the shape says, or one
   *     has more bits than its precision (as overlays have in unused bits: PS3.5 §8.1.1)
   */
  public static byte[] encode(short[] samples, FrameShape shape) {
    if (samples.length != shape.samples()) {
      throw new IllegalArgumentException(
          "%d samples for a frame of %d".formatted(samples.length, shape.samples()));
    }
    return new JpegLsEncoder(samples, shape).encode();
  }

  private byte[] encode() {
    out.marker(Marker.START_OF_IMAGE);
    writeFrameHeader();
    writeScanHeader();
    writeScan();
    out.marker(Marker.END_OF_IMAGE);
    return out.toByteArray();
  }

  /** C.2.2. */
  private void writeFrameHeader() {
    out.marker(Marker.START_OF_FRAME);
    out.word(8 + 3 * shape.samplesPerPixel());
    out.octet(shape.precision());
    out.word(shape.rows());
    out.word(shape.columns());
    out.octet(shape.samplesPerPixel());
    for (int component = 1; component <= shape.samplesPerPixel(); component++) {
      out.octet(component);
      out.octet(NOT_SUBSAMPLED);
      out.octet(0);
    }
  }

  /** C.2.3. */
  private void writeScanHeader() {
    out.marker(Marker.START_OF_SCAN);
    out.word(6 + 2 * shape.samplesPerPixel());
    out.octet(shape.samplesPerPixel());
    for (int component = 1; component <= shape.samplesPerPixel(); component++) {
      out.octet(component);
      out.octet(0);
    }
    out.octet(0);
    out.octet(shape.samplesPerPixel() == 1 ? Scan.NOT_INTERLEAVED : Scan.LINE_INTERLEAVED);
    out.octet(0);
  }

  private void writeScan() {
    LineEncoder encoder = new LineEncoder(CodingParameters.defaults(shape.maximum(), 0), out);
    int components = shape.samplesPerPixel();
    Lines[] lines = Lines.ofComponents(components, shape.columns());
    int rowSamples = shape.columns() * components;
    for (int row = 0; row < shape.rows(); row++) {
      out.reserve((long) rowSamples * MOST_BYTES_OF_SAMPLE);
      for (int component = 0; component < components; component++) {
        Lines own = lines[component];
        own.next();
        int bits = own.take(samples, row * rowSamples + component, components);
        if (bits > shape.maximum()) {
          throw new IllegalArgumentException(
              "row %d has samples of more than %d bits".formatted(row, shape.precision()));
        }
        encoder.encode(own);
      }
    }
    out.endBits();
  }
}
