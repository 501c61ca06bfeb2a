package org.dicomgateway.codec.jpegls;

/** The segments before a scan, and what they mean for it (T.87 Annex C). */
final class Headers {
  private static final int CODING_PARAMETERS = 1;
  private static final int COLOR_TAG_START = 'm' << 8 | 'r';
  private static final int COLOR_TAG_END = 'f' << 8 | 'x';

  private final SegmentReader in;
  private FrameShape shape;
  private int[] componentIds;
  private PresetParameters presets = PresetParameters.NONE;
  private int restartInterval;

  Headers(SegmentReader in) {
    this.in = in;
  }

  /** The shape, if a frame header was read. */
  FrameShape shape() throws JpegLsException {
    if (shape == null) {
      throw new JpegLsException(in.position(), "no JPEG-LS frame header");
    }
    return shape;
  }

  /** Reads the segment of a marker other than a scan's. */
  void read(int marker) throws JpegLsException {
    int length = in.segmentLength();
    int end = in.position() + length;
    switch (marker) {
      case Marker.START_OF_FRAME -> frame();
      case Marker.PRESET_PARAMETERS -> presetParameters();
      case Marker.DEFINE_RESTART_INTERVAL -> restartInterval(length);
      case Marker.COLOR_TRANSFORM -> colorTransform(end);
      case Marker.COMMENT -> in.goTo(end);
      default -> {
        if (marker < Marker.FIRST_APPLICATION || marker > Marker.LAST_APPLICATION) {
          throw in.wrong("marker", marker);
        }
        in.goTo(end);
      }
    }
    if (in.position() != end) {
      throw in.wrong("segment length", length);
    }
  }

  /** Hewlett-Packard's extension that changes colours, outside the standard: "mrfx", 0 for none. */
  private void colorTransform(int end) throws JpegLsException {
    boolean extension = end - in.position() == 5 && in.word() == COLOR_TAG_START;
    if (extension && in.word() == COLOR_TAG_END) {
      int transform = in.octet();
      if (transform != 0) {
        throw in.wrong("colour transform", transform);
      }
    }
    in.goTo(end);
  }

  /** C.2.2. */
  private void frame() throws JpegLsException {
    if (shape != null) {
      throw new JpegLsException(in.position(), "a second frame header");
    }
    int precision = in.octet();
    int rows = in.word();
    int columns = in.word();
    int components = in.octet();
    shape = shape(columns, rows, components, precision);
    componentIds = new int[components];
    int sampling = 0;
    for (int i = 0; i < components; i++) {
      componentIds[i] = in.octet();
      int own = in.octet();
      if (i > 0 && own != sampling) {
        throw in.wrong("subsampling", own);
      }
      sampling = own;
      in.octet();
    }
  }

  private FrameShape shape(int columns, int rows, int components, int precision)
      throws JpegLsException {
    try {
      return new FrameShape(columns, rows, components, precision);
    } catch (IllegalArgumentException e) {
      throw new JpegLsException(in.position(), e.getMessage());
    }
  }

  /** C.2.4.1.1; the other kinds are palettes and frames of more than 65535 rows or columns. */
  private void presetParameters() throws JpegLsException {
    int kind = in.octet();
    if (kind != CODING_PARAMETERS) {
      throw in.wrong("preset parameters type", kind);
    }
    presets = new PresetParameters(in.word(), in.word(), in.word(), in.word(), in.word());
  }

  /** C.2.5: of 2 to 4 bytes. */
  private void restartInterval(int length) throws JpegLsException {
    if (length < 2 || length > 4) {
      throw in.wrong("restart interval length", length);
    }
    long interval = 0;
    for (int i = 0; i < length; i++) {
      interval = interval << 8 | in.octet();
    }
    restartInterval = (int) Math.min(interval, Integer.MAX_VALUE);
  }

  /** Reads a scan's header (C.2.3). */
  Scan scan() throws JpegLsException {
    int length = in.segmentLength();
    int count = in.octet();
    if (count < 1 || count > shape().samplesPerPixel() || length != 4 + 2 * count) {
      throw in.wrong("number of components in a scan", count);
    }
    int[] components = new int[count];
    for (int i = 0; i < count; i++) {
      components[i] = component(in.octet());
      int table = in.octet();
      if (table != 0) {
        throw in.wrong("mapping table", table);
      }
    }
    int near = in.octet();
    int interleave = in.octet();
    int transform = in.octet();
    if (interleave > Scan.SAMPLE_INTERLEAVED
        || (interleave == Scan.NOT_INTERLEAVED) != (count == 1)) {
      throw in.wrong("interleave mode", interleave);
    }
    if (transform != 0) {
      throw in.wrong("point transform", transform);
    }
    CodingParameters parameters = presets.forScan(shape.maximum(), near, in.position());
    return new Scan(components, interleave, parameters, restartInterval, in.position());
  }

  private int component(int id) throws JpegLsException {
    for (int i = 0; i < componentIds.length; i++) {
      if (componentIds[i] == id) {
        return i;
      }
    }
    throw in.wrong("component", id);
  }
}
