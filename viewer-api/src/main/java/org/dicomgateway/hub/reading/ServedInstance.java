package org.dicomgateway.hub.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.codec.transcoding.FrameWorkers;
import org.dicomgateway.codec.transcoding.Original;
import org.dicomgateway.codec.transcoding.PixelFormat;
import org.dicomgateway.codec.transcoding.Restoration;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.hub.index.IndexedInstance;

/** One instance as readers get it. Not thread-safe: made for one request. */
public final class ServedInstance {
  private final StoredBytes bytes;
  private final InstanceMetadata metadata;
  private final ServedPixels pixels;

  ServedInstance(StoredBytes bytes) {
    this.bytes = bytes;
    this.metadata = InstanceMetadata.of(bytes.instance());
    this.pixels = ServedPixels.of(bytes, metadata);
  }

  public IndexedInstance stored() {
    return bytes.instance();
  }

  /** The instance as it was received and, if it was transcoded, as it is stored. */
  public List<ServedFile> files() {
    IndexedInstance stored = bytes.instance();
    ServedFile asStored =
        new ServedFile(
            stored.transferSyntaxUid(), stored.length(), stored.sha256(), this::writeStored);
    return stored.isTranscoded() ? List.of(asReceived(bytes), asStored) : List.of(asStored);
  }

  private static ServedFile asReceived(StoredBytes bytes) {
    Original original = bytes.instance().receivedAs().original();
    return new ServedFile(
        original.transferSyntaxUid(),
        original.length(),
        original.sha256(),
        out ->
            new Restoration(FrameWorkers.CALLER)
                .restore(
                    bytes::read,
                    bytes.instance().length(),
                    bytes.instance().frames(),
                    original,
                    out));
  }

  private void writeStored(OutputStream out) throws IOException {
    try (InputStream file = bytes.open()) {
      file.transferTo(out);
    }
  }

  /** The metadata as they are stored. */
  public InstanceMetadata metadata() {
    return metadata;
  }

  /** The metadata changed so that they agree with the frames that are handed out. */
  public InstanceMetadata servedMetadata() throws IOException {
    pixels.changes().accept(metadata);
    if (pixels.frameCount() > 0) {
      metadata.setString(Tag.AvailableTransferSyntaxUID, VR.UI, pixels.transferSyntaxUid());
    }
    PaletteColour.expandSegments(metadata, bytes);
    return metadata;
  }

  /** The tables that the colours of PALETTE COLOR stand in. */
  PaletteColour palette() throws IOException {
    return PaletteColour.of(servedMetadata(), bytes);
  }

  /** Frames there are, from 0. */
  public int frameCount() {
    return pixels.frameCount();
  }

  /** Transfer syntax of the frames that are handed out to whoever takes any. */
  public String frameTransferSyntaxUid() {
    return pixels.transferSyntaxUid();
  }

  /** Whether frames can also be had in Explicit VR Little Endian, as they were received. */
  public boolean hasNativeFrames() {
    return bytes.instance().isTranscoded();
  }

  /** Whether Pixel Data has no value of its own but that of its frames: compressed or converted. */
  public boolean isPixelDataInFrames() {
    return pixels.frameCount() > 0 && !pixels.asStored();
  }

  /**
   * One frame; the caller closes.
   *
   * @param frame from 1 to {@link #frameCount()}
   */
  public InputStream frame(int frame) throws IOException {
    if (frame < 1 || frame > frameCount()) {
      throw new IndexOutOfBoundsException("frame " + frame + " of " + frameCount());
    }
    return pixels.frames().open(frame);
  }

  /** Likewise in Explicit VR Little Endian, of an instance that {@link #hasNativeFrames}. */
  public InputStream nativeFrame(int frame) throws IOException {
    PixelFormat format = PixelModule.of(metadata).format();
    try (InputStream codestream = frame(frame)) {
      return new ByteArrayInputStream(format.decode(codestream.readAllBytes()));
    }
  }

  /** A document the instance encapsulates (PS3.3 §C.24.2); empty if it is no document. */
  public Optional<InputStream> document() throws IOException {
    String element = InstanceMetadata.key(Tag.EncapsulatedDocument);
    Optional<byte[]> inline = metadata.inlineBinary(element);
    return inline.isPresent() ? inline.map(ByteArrayInputStream::new) : bulkData(element);
  }

  /**
   * A value that is not part of the metadata, little endian; the caller closes.
   *
   * @param path as in the relative BulkDataURI, without what follows its question mark
   */
  public Optional<InputStream> bulkData(String path) throws IOException {
    Optional<BulkDataLocation> location = metadata.bulkData(path);
    return location.isEmpty() ? Optional.empty() : Optional.of(location.get().open(bytes));
  }
}
