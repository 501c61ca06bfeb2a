package org.dicomgateway.codec.jpegls;

import java.util.Optional;

/** Reads JPEG-LS, lossless and near-lossless. */
public final class JpegLsDecoder {
  /** Samples that one bit can stand for: the longest segment of a run (T.87 A.7.1.2). */
  private static final int LONGEST_SEGMENT = 1 << 15;

  private final byte[] codestream;
  private final Optional<FrameShape> expected;
  private final SegmentReader in;
  private final Headers headers;
  private short[] samples;
  private int decodedComponents;

  private JpegLsDecoder(byte[] codestream, Optional<FrameShape> expected) {
    this.codestream = codestream;
    this.expected = expected;
    in = new SegmentReader(codestream);
    headers = new Headers(in);
  }

  /**
   * The frame of a codestream. Takes memory for as large a frame as its header says and its length
   * allows: 64 KiB of samples a bit; of strangers' streams say what is expected. Any number of
   * threads may decode at once.
   *
   * @throws JpegLsException if it is damaged or not one that is read here: with palettes,
   *     subsampling, or more than four components
   */
  public static Frame decode(byte[] codestream) throws JpegLsException {
    return new JpegLsDecoder(codestream, Optional.empty()).decode();
  }

  /**
   * The frame of a codestream that must have this shape; takes no more memory than that.
   *
   * @throws JpegLsException if it is damaged, or of another shape
   */
  public static Frame decode(byte[] codestream, FrameShape expected) throws JpegLsException {
    return new JpegLsDecoder(codestream, Optional.of(expected)).decode();
  }

  private Frame decode() throws JpegLsException {
    if (in.marker() != Marker.START_OF_IMAGE) {
      throw new JpegLsException(0, "no start of image");
    }
    for (int marker = in.marker(); marker != Marker.END_OF_IMAGE; marker = in.marker()) {
      if (marker == Marker.START_OF_SCAN) {
        scan(headers.scan());
      } else {
        headers.read(marker);
      }
    }
    FrameShape shape = headers.shape();
    if (decodedComponents != (1 << shape.samplesPerPixel()) - 1) {
      throw new JpegLsException(in.position(), "not all components have a scan");
    }
    return new Frame(shape, samples);
  }

  private void scan(Scan scan) throws JpegLsException {
    for (int component : scan.components()) {
      if ((decodedComponents >> component & 1) != 0) {
        throw new JpegLsException(in.position(), "a component is in two scans");
      }
      decodedComponents |= 1 << component;
    }
    if (samples == null) {
      samples = new short[plausible(headers.shape()).samples()];
    }
    in.goTo(new ScanDecoder(codestream, scan, headers.shape(), samples).decode());
  }

  private FrameShape plausible(FrameShape shape) throws JpegLsException {
    if (expected.isPresent() && !expected.get().equals(shape)) {
      throw new JpegLsException(in.position(), shape + " and not " + expected.get());
    }
    long leastBits = shape.rows() * ((shape.columns() - 1L) / LONGEST_SEGMENT + 1);
    if (leastBits > (long) Byte.SIZE * codestream.length) {
      throw new JpegLsException(
          in.position(), "%s in %d bytes".formatted(shape, codestream.length));
    }
    return shape;
  }
}
