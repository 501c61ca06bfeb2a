package org.dicomgateway.samples.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.part10.Part10;

/** Writes instances as DICOM files. */
final class InstanceFile {
  private InstanceFile() {}

  /** Writes a data set whose values all are in memory. */
  static void write(Path file, Attributes dataSet) throws IOException {
    try (OutputStream out = open(file, dataSet, UID.ExplicitVRLittleEndian)) {
      DataSetWriter.write(dataSet, TransferSyntax.of(UID.ExplicitVRLittleEndian), out);
    }
  }

  /**
   * Writes a data set with encapsulated pixel data behind it, a fragment for each frame, after a
   * Basic Offset Table (PS3.5 §A.4).
   */
  static void write(Path file, Attributes dataSet, String transferSyntax, List<byte[]> frames)
      throws IOException {
    try (OutputStream out = open(file, dataSet, transferSyntax)) {
      DataSetWriter.write(dataSet, TransferSyntax.of(transferSyntax), out);
      out.write(header(0x7FE0, 0x0010, 'O' | 'B' << 8));
      out.write(item(0xE000, 4 * frames.size()));
      ByteBuffer offsets = little(4 * frames.size());
      int offset = 0;
      for (byte[] frame : frames) {
        offsets.putInt(offset);
        offset += 8 + even(frame.length);
      }
      out.write(offsets.array());
      for (byte[] frame : frames) {
        out.write(item(0xE000, even(frame.length)));
        out.write(frame);
        out.write(new byte[even(frame.length) - frame.length]);
      }
      out.write(item(0xE0DD, 0));
    }
  }

  private static OutputStream open(Path file, Attributes dataSet, String transferSyntax)
      throws IOException {
    Files.createDirectories(file.getParent());
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    String sopClass = dataSet.string(Tag.SOPClassUID).orElseThrow();
    String sopInstance = dataSet.string(Tag.SOPInstanceUID).orElseThrow();
    out.write(Part10.header(sopClass, sopInstance, transferSyntax));
    return out;
  }

  private static byte[] header(int group, int element, int vr) {
    return little(12)
        .putShort((short) group)
        .putShort((short) element)
        .putInt(vr)
        .putInt(-1)
        .array();
  }

  private static byte[] item(int element, int length) {
    return little(8).putShort((short) 0xFFFE).putShort((short) element).putInt(length).array();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int even(int length) {
    return length + (length & 1);
  }
}
