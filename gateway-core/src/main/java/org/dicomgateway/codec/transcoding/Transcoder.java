package org.dicomgateway.codec.transcoding;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomgateway.codec.jpegls.JpegLsEncoder;
import org.dicomgateway.codec.transcoding.NotTranscodedException.Reason;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;

/**
 * Makes JPEG-LS Lossless files of native ones. Frames are read, coded and written a few at a time,
 * so that a file of any length takes little memory. Thread-safe.
 */
public final class Transcoder {
  /** What is saved has to be worth that every reader decodes. */
  private static final double MOST_LEFT = 0.95;

  /** DCMTK 3.6.7 and GDCM 3.0.21 do not read all codestreams of fewer bits. */
  private static final int LEAST_PRECISION = 8;

  private final FrameWorkers workers;

  public Transcoder(FrameWorkers workers) {
    this.workers = workers;
  }

  /** Bits of high value that unused ones hold, found when a frame is coded. */
  private static final class UnusedBitsException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Writes the transcoded file, restores it, and compares. The target is not forced to the disk;
   * after a failure it is gone.
   *
   * @param reading of the file, with {@link ReadOptions#WHOLE}
   * @param bytes the file, whose header has to be {@link Part10#header ours}
   * @param length bytes of the file
   * @param sha256 of the file, lower-case hex
   * @throws NotTranscodedException if the file had better stay as it is
   */
  public Transcoded transcode(
      Part10.Reading reading, BulkDataSource bytes, long length, String sha256, Path target)
      throws IOException {
    boolean proven = false;
    try {
      if (reading.damage().isPresent()) {
        throw new NotTranscodedException(Reason.NOT_REVERSIBLE, "it is damaged");
      }
      NativeImage image = NativeImage.of(reading.part10());
      Original original = original(image, length, sha256);
      write(image, original, bytes, target);
      Transcoded transcoded = prove(image, original, target);
      proven = true;
      return transcoded;
    } finally {
      if (!proven) {
        Files.deleteIfExists(target);
      }
    }
  }

  private static Original original(NativeImage image, long length, String sha256) {
    return new Original(
        image.file().transferSyntax().uid(),
        length,
        sha256,
        image.pixelDataVr().name(),
        image.format().planar() ? 1 : 0);
  }

  private void write(NativeImage image, Original original, BulkDataSource bytes, Path target)
      throws IOException {
    PixelFormat format = image.format();
    int precision =
        format.bitsStored() < LEAST_PRECISION ? format.bitsAllocated() : format.bitsStored();
    try {
      write(image, original, bytes, precision, target);
    } catch (UnusedBitsException e) {
      write(image, original, bytes, format.bitsAllocated(), target);
    }
  }

  private void write(
      NativeImage image, Original original, BulkDataSource bytes, int precision, Path target)
      throws IOException {
    Part10 file = image.file();
    long element = image.pixelDataElement();
    Surroundings coded =
        Surroundings.of(
                file,
                bytes,
                original.length(),
                new ByteRange(element, image.pixelData().end() - element))
            .coded(file.transferSyntax(), file.dataSet(), image.format().planar());
    long most = (long) (original.length() * MOST_LEFT);
    try (FileChannel out = FileChannel.open(target, CREATE, TRUNCATE_EXISTING, READ, WRITE);
        InputStream frames = bytes.open(image.pixelData())) {
      writeFully(out, header(file));
      writeFully(out, coded.before());
      CodedPixelData pixelData = new CodedPixelData(out, image.frames().frameCount());
      workers.run(
          image.frames().frameCount(),
          image.frames().frameLength(),
          _ -> {
            byte[] frame = readFrame(frames, image);
            return () -> encode(frame, image.format(), precision);
          },
          codestream -> {
            pixelData.add(codestream);
            requireGain(pixelData.written(), most);
          });
      pixelData.end(coded.behind());
      requireGain(out.size(), most);
    }
  }

  private static void requireGain(long length, long most) throws NotTranscodedException {
    if (length > most) {
      throw new NotTranscodedException(Reason.NO_GAIN, "coded it is hardly smaller");
    }
  }

  private static byte[] header(Part10 file) {
    Attributes meta = file.fileMetaInformation();
    return Part10.header(
        meta.string(Tag.MediaStorageSOPClassUID).orElse(""),
        meta.string(Tag.MediaStorageSOPInstanceUID).orElse(""),
        UID.JPEGLSLossless);
  }

  private static byte[] readFrame(InputStream frames, NativeImage image) throws IOException {
    int length = Math.toIntExact(image.frames().frameLength());
    byte[] frame = frames.readNBytes(length);
    if (frame.length < length) {
      throw new EOFException("the file became shorter while it was read");
    }
    return frame;
  }

  private static byte[] encode(byte[] frame, PixelFormat format, int precision)
      throws UnusedBitsException {
    short[] samples = format.allocated(frame);
    if (!format.reduce(samples, precision)) {
      throw new UnusedBitsException();
    }
    return JpegLsEncoder.encode(samples, format.shape(precision));
  }

  private static void writeFully(FileChannel out, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      out.write(left);
    }
  }

  private Transcoded prove(NativeImage image, Original original, Path target) throws IOException {
    Part10 file = Part10.read(target, ReadOptions.WHOLE);
    BulkDataSource bytes = BulkDataSource.of(target);
    FrameTable frames = FrameTable.of(file, bytes);
    if (!new Restoration(workers).succeeds(bytes, Files.size(target), frames, original)) {
      throw new NotTranscodedException(
          Reason.NOT_REVERSIBLE, "restored, it has other bytes than it had");
    }
    SameDataSet.require(image.file().dataSet(), file.dataSet());
    DigestedOutput transcoded = new DigestedOutput(OutputStream.nullOutputStream());
    long length = Files.copy(target, transcoded);
    return new Transcoded(length, transcoded.sha256(), transcoded.crc32(), original);
  }
}
