package org.dicomgateway.codec.jpegls;

/** Reads one scan into the samples of a frame. */
final class ScanDecoder {
  private final byte[] codestream;
  private final Scan scan;
  private final FrameShape shape;
  private final short[] samples;
  private final BitReader in;
  private final SampleDecoder decoder;
  private final LineDecoder lineDecoder;
  private final PixelDecoder pixelDecoder;
  private final Lines[] lines;

  ScanDecoder(byte[] codestream, Scan scan, FrameShape shape, short[] samples) {
    this.codestream = codestream;
    this.scan = scan;
    this.shape = shape;
    this.samples = samples;
    in = new BitReader(codestream, scan.start());
    decoder = new SampleDecoder(scan.parameters(), in);
    lines = Lines.ofComponents(scan.components().length, shape.columns());
    lineDecoder = new LineDecoder(decoder);
    pixelDecoder = new PixelDecoder(decoder, lines);
  }

  /** Reads it all; returns where the marker behind it lies. */
  int decode() throws JpegLsException {
    for (int row = 0; row < shape.rows(); row++) {
      if (scan.restartInterval() > 0 && row > 0 && row % scan.restartInterval() == 0) {
        restart(row / scan.restartInterval() - 1);
      }
      decodeRow(row);
    }
    requireEnd();
    return in.position();
  }

  private void decodeRow(int row) throws JpegLsException {
    for (Lines component : lines) {
      component.next();
    }
    if (scan.interleave() == Scan.SAMPLE_INTERLEAVED) {
      pixelDecoder.decode();
    } else {
      for (Lines component : lines) {
        lineDecoder.decode(component);
      }
    }
    if (!in.sufficed()) {
      throw new JpegLsException(in.position(), "the scan ends in row %d".formatted(row));
    }
    int stride = shape.samplesPerPixel();
    for (int i = 0; i < lines.length; i++) {
      lines[i].give(samples, row * shape.columns() * stride + scan.components()[i], stride);
    }
  }

  /** All begins anew at a restart marker; they are counted by 8 (T.87 A.8, T.81 B.2.1). */
  private void restart(int number) throws JpegLsException {
    requireEnd();
    int at = in.position();
    int marker = Marker.FIRST_RESTART + number % 8;
    if (at + 1 >= codestream.length || (codestream[at + 1] & 0xFF) != marker) {
      throw new JpegLsException(at, "no restart marker %02X".formatted(marker));
    }
    in.skipMarker();
    decoder.reset();
    for (Lines component : lines) {
      component.reset();
    }
  }

  private void requireEnd() throws JpegLsException {
    if (!in.endsAtMarker()) {
      throw new JpegLsException(in.position(), "the scan has more bits than samples");
    }
  }
}
