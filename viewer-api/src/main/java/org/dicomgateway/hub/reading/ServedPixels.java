package org.dicomgateway.hub.reading;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.part10.FrameTable;

/**
 * How an instance's frames are handed out: as they are stored, but for what viewers cannot draw.
 *
 * @param transferSyntaxUid of the frames; that of native frames is Explicit VR Little Endian
 * @param frameCount from 0
 * @param asStored whether Pixel Data is native and its frames are the bytes that are stored
 * @param changes made to the metadata so that they agree with the frames
 */
record ServedPixels(
    String transferSyntaxUid,
    int frameCount,
    FrameSource frames,
    boolean asStored,
    Consumer<InstanceMetadata> changes) {

  static ServedPixels of(StoredBytes bytes, InstanceMetadata metadata) {
    PixelModule pixels = PixelModule.of(metadata);
    String syntax = bytes.instance().transferSyntaxUid();
    FrameTable table = bytes.instance().frames();
    if (table instanceof FrameTable.Encapsulated encapsulated) {
      return encapsulated(syntax, pixels, new EncapsulatedFrames(bytes, encapsulated));
    }
    Optional<NativeFrames> frames = nativeFrames(bytes, metadata, pixels);
    int count = frames.isEmpty() ? 0 : frameCount(table, metadata);
    if (count > 0 && pixels.photometricInterpretation().equals("YBR_FULL_422")) {
      boolean isSubsampled = frames.get().frameBits() < pixels.pixels() * 3 * Byte.SIZE;
      return isSubsampled ? rgb(count, frames.get()) : notSubsampled(count, frames.get());
    }
    return new ServedPixels(
        UID.ExplicitVRLittleEndian,
        count,
        frames.map(FrameSource.class::cast).orElse(null),
        true,
        m -> {});
  }

  private static ServedPixels encapsulated(
      String syntax, PixelModule pixels, EncapsulatedFrames frames) {
    int count = frames.table().frameCount();
    if (syntax.equals(UID.DeflatedImageFrameCompression)) {
      FrameSource inflated = frame -> inflate(frames.open(frame));
      return new ServedPixels(UID.ExplicitVRLittleEndian, count, inflated, false, m -> {});
    }
    if (syntax.equals(UID.JPEGExtended12Bit) && pixels.bitsStored() > 8) {
      FrameSource decoded = frame -> ExtendedJpegFrame.decode(frames.open(frame), pixels);
      return new ServedPixels(UID.ExplicitVRLittleEndian, count, decoded, false, m -> {});
    }
    return new ServedPixels(syntax, count, frames, false, m -> {});
  }

  /** Each frame is a deflate stream of its own (PS3.5 §A.4.12). */
  private static InputStream inflate(InputStream deflated) {
    return new InflaterInputStream(deflated, new Inflater(true));
  }

  private static ServedPixels rgb(int count, FrameSource stored) {
    return new ServedPixels(
        UID.ExplicitVRLittleEndian,
        count,
        RgbStream.of(stored),
        false,
        metadata -> {
          metadata.setString(Tag.PhotometricInterpretation, VR.CS, "RGB");
          metadata.setInteger(Tag.PlanarConfiguration, VR.US, 0);
        });
  }

  /** Some writers say 4:2:2, but write all samples of every pixel. */
  private static ServedPixels notSubsampled(int count, FrameSource stored) {
    return new ServedPixels(
        UID.ExplicitVRLittleEndian,
        count,
        stored,
        true,
        metadata -> metadata.setString(Tag.PhotometricInterpretation, VR.CS, "YBR_FULL"));
  }

  private static int frameCount(FrameTable table, InstanceMetadata metadata) {
    return table.frameCount() > 0
        ? table.frameCount()
        : metadata.integer(Tag.NumberOfFrames).orElse(1);
  }

  private static Optional<NativeFrames> nativeFrames(
      StoredBytes bytes, InstanceMetadata metadata, PixelModule pixels) {
    boolean bigEndian = TransferSyntax.of(bytes.instance().transferSyntaxUid()).bigEndian();
    for (int tag : new int[] {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData}) {
      Optional<VR> vr = metadata.vr(tag);
      if (vr.isPresent()) {
        int swapUnit = bigEndian ? vr.get().unitLength() : 1;
        return bytes.instance().frames() instanceof FrameTable.Native table
                && table.frameCount() > 0
            ? Optional.of(aligned(bytes, table, swapUnit))
            : singleBits(bytes, metadata, pixels, swapUnit);
      }
    }
    return Optional.empty();
  }

  private static NativeFrames aligned(StoredBytes bytes, FrameTable.Native table, int swapUnit) {
    long length = table.frameLength() * table.frameCount();
    ByteRange pixelData = new ByteRange(table.offset(), length + length % swapUnit);
    return new NativeFrames(bytes, pixelData, table.frameLength() * 8, swapUnit);
  }

  /** Frames of single bits that do not fill whole bytes have no entry in the frame table. */
  private static Optional<NativeFrames> singleBits(
      StoredBytes bytes, InstanceMetadata metadata, PixelModule pixels, int swapUnit) {
    if (pixels.bitsAllocated() != 1) {
      return Optional.empty();
    }
    long frameBits = pixels.pixels() * pixels.samplesPerPixel();
    String path = InstanceMetadata.key(Tag.PixelData);
    Optional<byte[]> inline = metadata.inlineBinary(path);
    if (inline.isPresent()) {
      byte[] value = inline.get();
      ByteSource source =
          range -> new ByteArrayInputStream(value, (int) range.offset(), (int) range.length());
      return Optional.of(new NativeFrames(source, new ByteRange(0, value.length), frameBits, 1));
    }
    return metadata
        .bulkData(path)
        .map(location -> new NativeFrames(bytes, location.range(), frameBits, swapUnit));
  }
}
