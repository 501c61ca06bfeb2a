package org.dicomgateway.codec.transcoding;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;

/** Gives back the file that {@link Transcoder} was given, a few frames at a time. Thread-safe. */
public final class Restoration {
  private static final ReadOptions BEFORE_PIXELS = new ReadOptions(1024, Tag.PixelData);

  private final FrameWorkers workers;

  public Restoration(FrameWorkers workers) {
    this.workers = workers;
  }

  /**
   * Writes the original file; whether it is that to the last bit, {@link #succeeds} tells.
   *
   * @param bytes the transcoded file; opened four times at most
   * @param length its bytes
   * @param table of its frames
   * @throws IOException also if the transcoder did not write it
   */
  public void restore(
      BulkDataSource bytes, long length, FrameTable table, Original original, OutputStream out)
      throws IOException {
    ByteRange element = element(table, length);
    Part10 file = read(bytes, element);
    TransferSyntax syntax = TransferSyntax.of(original.transferSyntaxUid());
    boolean planar = original.planarConfiguration() == 1;
    Surroundings surroundings =
        Surroundings.of(file, bytes, length, element).restored(syntax, planar);
    PixelFormat format = PixelFormat.of(file.dataSet(), planar);
    out.write(header(file, original));
    out.write(surroundings.before());
    long value = Math.multiplyExact(format.frameLength(), table.frameCount());
    out.write(elementHeader(original, syntax, value + (value & 1)));
    frames(bytes, (FrameTable.Encapsulated) table, format, out);
    out.write(new byte[(int) (value & 1)]);
    out.write(surroundings.behind());
  }

  /**
   * Restores a file only to compare its digest.
   *
   * @return whether it is the original's
   */
  public boolean succeeds(BulkDataSource bytes, long length, FrameTable table, Original original)
      throws IOException {
    DigestedOutput restored = new DigestedOutput(OutputStream.nullOutputStream());
    restore(bytes, length, table, original, restored);
    return restored.sha256().equals(original.sha256());
  }

  /** Pixel Data from its tag to behind its delimiter, as {@link CodedPixelData} lays it out. */
  private static ByteRange element(FrameTable table, long length) throws IOException {
    if (!(table instanceof FrameTable.Encapsulated(List<List<ByteRange>> frames))
        || frames.isEmpty()) {
      throw notOurs("it has no coded frames");
    }
    long start =
        frames.getFirst().getFirst().offset()
            - CodedPixelData.ITEM_HEADER
            - (long) CodedPixelData.TABLE_ENTRY * frames.size()
            - CodedPixelData.ITEM_HEADER
            - CodedPixelData.ELEMENT_HEADER;
    long end = frames.getLast().getLast().end() + CodedPixelData.ITEM_HEADER;
    if (start < 0 || end > length) {
      throw notOurs("its frames do not lie as they are written");
    }
    return new ByteRange(start, end - start);
  }

  private static Part10 read(BulkDataSource bytes, ByteRange element) throws IOException {
    if (element.offset() > 2 * Surroundings.LARGEST) {
      throw notOurs("too much stands before its pixels");
    }
    byte[] found = bytes.bytes(new ByteRange(element.offset(), CodedPixelData.ELEMENT_HEADER));
    if (!Arrays.equals(found, CodedPixelData.elementHeader())) {
      throw notOurs("Pixel Data does not begin where it should");
    }
    byte[] before = bytes.bytes(new ByteRange(0, element.offset()));
    return Part10.read(new ByteArrayInputStream(before), BEFORE_PIXELS);
  }

  private static byte[] header(Part10 file, Original original) {
    Attributes meta = file.fileMetaInformation();
    return Part10.header(
        meta.string(Tag.MediaStorageSOPClassUID).orElse(""),
        meta.string(Tag.MediaStorageSOPInstanceUID).orElse(""),
        original.transferSyntaxUid());
  }

  private static byte[] elementHeader(Original original, TransferSyntax syntax, long length) {
    ElementOutput header = new ElementOutput();
    if (syntax.explicitVr()) {
      header.number(Tag.PixelData >>> 16, 2);
      header.number(Tag.PixelData, 2);
      header.letters(original.pixelDataVr());
      header.number(0, 2);
      header.number((int) length, 4);
    } else {
      header.implicitHeader(Tag.PixelData, (int) length);
    }
    return header.toByteArray();
  }

  private void frames(
      BulkDataSource bytes, FrameTable.Encapsulated table, PixelFormat format, OutputStream out)
      throws IOException {
    long first = table.range(1).offset();
    long end = table.range(table.frameCount()).end();
    try (InputStream in = bytes.open(new ByteRange(first, end - first))) {
      workers.run(
          table.frameCount(),
          format.frameLength(),
          number -> {
            byte[] codestream = fragment(in, table, number);
            return () -> format.decode(codestream);
          },
          out::write);
    }
  }

  /** The one of a frame; leaves the stream at the next one's. */
  private static byte[] fragment(InputStream in, FrameTable.Encapsulated table, int number)
      throws IOException {
    ByteRange range = table.range(number);
    byte[] codestream = in.readNBytes(Math.toIntExact(range.length()));
    if (codestream.length < range.length()) {
      throw new EOFException("the file ends within frame " + number);
    }
    if (number < table.frameCount()) {
      in.skipNBytes(table.range(number + 1).offset() - range.end());
    }
    return codestream;
  }

  private static IOException notOurs(String what) {
    return new IOException("cannot be restored: " + what);
  }
}
