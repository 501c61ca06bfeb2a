package org.dicomgateway.codec.jpegls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;

/**
 * Frames in a Part 10 file, as other toolkits take and give them.
 *
 * @param encoded a codestream each if the file is encapsulated, else bytes of samples
 */
record ImageFile(Attributes header, List<byte[]> encoded) {
  private static final byte[] OFFSET_TABLE_EMPTY = {-2, -1, 0, -32, 0, 0, 0, 0};

  static ImageFile read(Path file) throws IOException {
    Part10 part10 = Part10.read(file, ReadOptions.WHOLE);
    BulkDataSource source = BulkDataSource.of(file);
    FrameTable table = FrameTable.of(part10, source);
    List<byte[]> frames = new ArrayList<>();
    for (int frame = 1; frame <= table.frameCount(); frame++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (ByteRange fragment : fragments(table, frame)) {
        bytes.write(source.bytes(fragment));
      }
      frames.add(bytes.toByteArray());
    }
    return new ImageFile(part10.dataSet(), frames);
  }

  private static List<ByteRange> fragments(FrameTable table, int frame) {
    return switch (table) {
      case FrameTable.Native frames -> List.of(frames.range(frame));
      case FrameTable.Encapsulated frames -> frames.frames().get(frame - 1);
    };
  }

  /** Samples of the frames of a native file, with as many bits as asked for, by pixel. */
  List<short[]> samples(int bits) {
    return encoded.stream().map(frame -> samples(frame, (1 << bits) - 1)).toList();
  }

  private short[] samples(byte[] frame, int mask) {
    boolean bytes = header.integer(Tag.BitsAllocated).orElseThrow() == 8;
    boolean planar = header.integer(Tag.PlanarConfiguration).orElse(0) == 1;
    ByteBuffer values = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    int components = header.integer(Tag.SamplesPerPixel).orElse(1);
    int pixels = header.integer(Tag.Rows).orElseThrow() * header.integer(Tag.Columns).orElseThrow();
    short[] samples = new short[pixels * components];
    for (int i = 0; i < samples.length; i++) {
      int value = bytes ? values.get() : values.getShort();
      int at = planar ? i % pixels * components + i / pixels : i;
      samples[at] = (short) (value & mask);
    }
    return samples;
  }

  static void writeNative(Path file, FrameShape shape, List<short[]> frames) throws IOException {
    int width = shape.precision() > 8 ? 2 : 1;
    int length = frames.size() * shape.samples() * width;
    ByteBuffer pixels = ByteBuffer.allocate(length + (length & 1)).order(ByteOrder.LITTLE_ENDIAN);
    for (short[] frame : frames) {
      for (short sample : frame) {
        if (width == 1) {
          pixels.put((byte) sample);
        } else {
          pixels.putShort(sample);
        }
      }
    }
    Attributes image = image(shape, frames.size());
    image.setBytes(Tag.PixelData, width == 1 ? VR.OB : VR.OW, pixels.array());
    write(file, image, UID.ExplicitVRLittleEndian, new byte[0]);
  }

  static void writeJpegLs(Path file, FrameShape shape, List<byte[]> codestreams)
      throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    pixels.writeBytes(new byte[] {-32, 127, 16, 0, 'O', 'B', 0, 0, -1, -1, -1, -1});
    pixels.writeBytes(OFFSET_TABLE_EMPTY);
    for (byte[] codestream : codestreams) {
      int odd = codestream.length & 1;
      pixels.writeBytes(item(0xE000, codestream.length + odd));
      pixels.writeBytes(codestream);
      pixels.writeBytes(new byte[odd]);
    }
    pixels.writeBytes(item(0xE0DD, 0));
    write(file, image(shape, codestreams.size()), UID.JPEGLSLossless, pixels.toByteArray());
  }

  private static byte[] item(int element, int length) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0xFFFE)
        .putShort((short) element)
        .putInt(length)
        .array();
  }

  private static void write(Path file, Attributes image, String syntax, byte[] behind)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(Part10.header(UID.SecondaryCaptureImageStorage, "2.25.1", syntax));
      DataSetWriter.write(image, TransferSyntax.of(syntax), out);
      out.write(behind);
    }
  }

  private static Attributes image(FrameShape shape, int frames) {
    Attributes image = new Attributes();
    image.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
    image.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1");
    image.setInt(Tag.SamplesPerPixel, VR.US, shape.samplesPerPixel());
    image.setString(
        Tag.PhotometricInterpretation, VR.CS, shape.samplesPerPixel() == 1 ? "MONOCHROME2" : "RGB");
    if (shape.samplesPerPixel() > 1) {
      image.setInt(Tag.PlanarConfiguration, VR.US, 0);
    }
    image.setString(Tag.NumberOfFrames, VR.IS, Integer.toString(frames));
    image.setInt(Tag.Rows, VR.US, shape.rows());
    image.setInt(Tag.Columns, VR.US, shape.columns());
    image.setInt(Tag.BitsAllocated, VR.US, shape.precision() > 8 ? 16 : 8);
    image.setInt(Tag.BitsStored, VR.US, shape.precision());
    image.setInt(Tag.HighBit, VR.US, shape.precision() - 1);
    image.setInt(Tag.PixelRepresentation, VR.US, 0);
    return image;
  }
}
