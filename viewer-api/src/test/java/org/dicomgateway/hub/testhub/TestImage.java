package org.dicomgateway.hub.testhub;

import java.io.ByteArrayOutputStream;
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
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.part10.Part10;

/** Small DICOM files, made as a test needs them. */
public final class TestImage {
  public static final String STUDY = "2.25.1";
  public static final String SERIES = "2.25.1.1";

  private TestImage() {}

  /** A data set of a patient, without pixels. */
  public static Attributes instance(String sopInstanceUid) {
    return new Attributes()
        .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
        .setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage)
        .setString(Tag.SOPInstanceUID, VR.UI, sopInstanceUid)
        .setString(Tag.StudyDate, VR.DA, "20261121")
        .setString(Tag.StudyTime, VR.TM, "193000")
        .setString(Tag.AccessionNumber, VR.SH, "CD26011407")
        .setString(Tag.Modality, VR.CS, "OT")
        .setString(Tag.StudyDescription, VR.LO, "CT ngực")
        .setString(Tag.PatientName, VR.PN, "NGUYỄN^VĂN AN")
        .setString(Tag.PatientID, VR.LO, "26011873")
        .setString(Tag.PatientBirthDate, VR.DA, "19620314")
        .setString(Tag.PatientSex, VR.CS, "M")
        .setString(Tag.StudyInstanceUID, VR.UI, STUDY)
        .setString(Tag.SeriesInstanceUID, VR.UI, SERIES)
        .setString(Tag.SeriesNumber, VR.IS, "1")
        .setString(Tag.InstanceNumber, VR.IS, "1");
  }

  /** Adds what describes pixels of 8 bits. */
  public static Attributes pixels(Attributes instance, int rows, int columns, String meaning) {
    boolean colour = !meaning.startsWith("MONOCHROME") && !meaning.startsWith("PALETTE");
    return instance
        .setInt(Tag.SamplesPerPixel, VR.US, colour ? 3 : 1)
        .setString(Tag.PhotometricInterpretation, VR.CS, meaning)
        .setInt(Tag.Rows, VR.US, rows)
        .setInt(Tag.Columns, VR.US, columns)
        .setInt(Tag.BitsAllocated, VR.US, 8)
        .setInt(Tag.BitsStored, VR.US, 8)
        .setInt(Tag.HighBit, VR.US, 7)
        .setInt(Tag.PixelRepresentation, VR.US, 0);
  }

  /** Writes a data set whose pixel data, if any, are native and part of it. */
  public static Path write(Path file, Attributes dataSet, String transferSyntax)
      throws IOException {
    return write(file, dataSet, transferSyntax, new byte[0]);
  }

  /** Writes a data set and, behind it, a frame in several fragments for each list (PS3.5 §A.4). */
  public static Path write(
      Path file, Attributes dataSet, String transferSyntax, List<List<byte[]>> frames)
      throws IOException {
    ByteArrayOutputStream pixelData = new ByteArrayOutputStream();
    pixelData.writeBytes(
        little(12)
            .putInt(0x00107FE0)
            .put((byte) 'O')
            .put((byte) 'B')
            .putShort((short) 0)
            .putInt(-1)
            .array());
    pixelData.writeBytes(item(0xE000, 4 * frames.size()));
    int offset = 0;
    for (List<byte[]> frame : frames) {
      pixelData.writeBytes(little(4).putInt(offset).array());
      offset += frame.stream().mapToInt(fragment -> 8 + fragment.length).sum();
    }
    for (List<byte[]> frame : frames) {
      for (byte[] fragment : frame) {
        pixelData.writeBytes(item(0xE000, fragment.length));
        pixelData.writeBytes(fragment);
      }
    }
    pixelData.writeBytes(item(0xE0DD, 0));
    return write(file, dataSet, transferSyntax, pixelData.toByteArray());
  }

  private static Path write(
      Path file, Attributes dataSet, String transferSyntax, byte[] encapsulated)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(
          Part10.header(
              dataSet.string(Tag.SOPClassUID).orElseThrow(),
              dataSet.string(Tag.SOPInstanceUID).orElseThrow(),
              transferSyntax));
      DataSetWriter.write(dataSet, TransferSyntax.of(transferSyntax), out);
      out.write(encapsulated);
    }
    return file;
  }

  private static byte[] item(int element, int length) {
    return little(8).putShort((short) 0xFFFE).putShort((short) element).putInt(length).array();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
