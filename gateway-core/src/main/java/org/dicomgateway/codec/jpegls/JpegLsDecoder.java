package org.dicomgateway.codec.jpegls;

/** Reads JPEG-LS, lossless and near-lossless. */
public final class JpegLsDecoder {
  private JpegLsDecoder() {}

  /**
   * The frame of a codestream. Takes memory for as large a frame as its header says; for streams of
   * strangers say what is expected.
   *
   * @throws JpegLsException if it is damaged or not one that is read here
   */
  public static Frame decode(byte[] codestream) throws JpegLsException {
    throw new UnsupportedOperationException();
  }

  /**
   * The frame of a codestream that must have this shape; takes no more memory than that.
   *
   * @throws JpegLsException if it is damaged, or of another shape
   */
  public static Frame decode(byte[] codestream, FrameShape expected) throws JpegLsException {
    throw new UnsupportedOperationException();
  }
}
