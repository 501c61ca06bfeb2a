package org.dicomgateway.codec.transcoding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import org.dicomgateway.codec.jpegls.Frame;
import org.dicomgateway.codec.jpegls.JpegLsDecoder;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;

/**
 * A JPEG-LS image, whoever coded it, as a native one: for peers that take no JPEG-LS. Frames are
 * decoded one by one as they are read.
 *
 * @param dataSet with native Pixel Data, to be written in a little endian transfer syntax
 * @param bytes where its long values lie, the decoded pixels among them
 */
public record Decompressed(Attributes dataSet, BulkDataSource bytes) {

  /** Whether images of a transfer syntax can be decompressed. */
  public static boolean isDecoded(String transferSyntaxUid) {
    return transferSyntaxUid.equals(UID.JPEGLSLossless)
        || transferSyntaxUid.equals(UID.JPEGLSNearLossless);
  }

  /**
   * Begins.
   *
   * @param file read as a whole, long values left in the file; its data set becomes ours
   * @param bytes the file
   * @param length bytes of the file
   * @throws IOException if it is not what JPEG-LS in DICOM has to be (PS3.5 §8.2.3)
   */
  public static Decompressed of(Part10 file, BulkDataSource bytes, long length) throws IOException {
    Attributes dataSet = file.dataSet();
    PixelFormat format = PixelFormat.of(dataSet, false);
    FrameTable table = FrameTable.of(file, bytes);
    int frames = dataSet.integer(Tag.NumberOfFrames).orElse(1);
    if (!(table instanceof FrameTable.Encapsulated(List<List<ByteRange>> found))
        || found.size() != frames) {
      throw new IOException("it has not the frames it says");
    }
    if (format.bitsAllocated() != 8 && format.bitsAllocated() != 16) {
      throw new IOException("its pixels have %d bits allocated".formatted(format.bitsAllocated()));
    }
    ByteRange pixels = new ByteRange(length, Math.multiplyExact(format.frameLength(), frames));
    VR vr = format.bitsAllocated() == 8 ? VR.OB : VR.OW;
    dataSet.put(new Element(Tag.PixelData, vr, new Value.BulkData(pixels, false)));
    if (format.samplesPerPixel() > 1) {
      dataSet.setInt(Tag.PlanarConfiguration, VR.US, 0);
    }
    return new Decompressed(
        dataSet, range -> range.equals(pixels) ? decoded(bytes, format, found) : bytes.open(range));
  }

  private static InputStream decoded(
      BulkDataSource bytes, PixelFormat format, List<List<ByteRange>> frames) {
    return new SequenceInputStream(
        new Enumeration<>() {
          private int next;

          @Override
          public boolean hasMoreElements() {
            return next < frames.size();
          }

          @Override
          public InputStream nextElement() {
            if (!hasMoreElements()) {
              throw new NoSuchElementException();
            }
            return new DecodedFrame(bytes, format, frames.get(next++));
          }
        });
  }

  /** Decodes when its first byte is wanted, so that a failure is the reader's. */
  private static final class DecodedFrame extends InputStream {
    private final BulkDataSource bytes;
    private final PixelFormat format;
    private final List<ByteRange> fragments;
    private ByteArrayInputStream pixels;

    DecodedFrame(BulkDataSource bytes, PixelFormat format, List<ByteRange> fragments) {
      this.bytes = bytes;
      this.format = format;
      this.fragments = fragments;
    }

    private ByteArrayInputStream pixels() throws IOException {
      if (pixels == null) {
        ByteArrayOutputStream codestream = new ByteArrayOutputStream();
        for (ByteRange fragment : fragments) {
          codestream.writeBytes(bytes.bytes(fragment));
        }
        pixels = new ByteArrayInputStream(decode(codestream.toByteArray()));
      }
      return pixels;
    }

    private byte[] decode(byte[] codestream) throws IOException {
      Frame frame = JpegLsDecoder.decode(codestream);
      if (frame.shape().precision() > format.bitsAllocated()
          || !frame.shape().equals(format.shape(frame.shape().precision()))) {
        throw new IOException("a frame is %s, other than its image".formatted(frame.shape()));
      }
      return format.bytes(frame);
    }

    @Override
    public int read() throws IOException {
      return pixels().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return pixels().read(target, offset, length);
    }
  }
}
