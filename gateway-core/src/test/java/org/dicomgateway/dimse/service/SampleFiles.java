package org.dicomgateway.dimse.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.part10.Part10;

/** Part 10 files in any transfer syntax, to be sent; their pixels are noise. */
final class SampleFiles {
  private static final int PIXELS = 64 * 64;

  private SampleFiles() {}

  static InstanceFile write(Path folder, String sopInstance, String transferSyntax)
      throws IOException {
    TransferSyntax syntax = TransferSyntax.of(transferSyntax);
    Attributes dataSet = header(sopInstance);
    byte[] pixels = new byte[PIXELS];
    new Random(sopInstance.hashCode()).nextBytes(pixels);
    if (!syntax.encapsulated()) {
      dataSet.setBytes(Tag.PixelData, VR.OB, pixels);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Part10.header(UID.SecondaryCaptureImageStorage, sopInstance, transferSyntax));
    DataSetWriter.write(dataSet, syntax, bytes);
    if (syntax.encapsulated()) {
      bytes.writeBytes(encapsulated(pixels));
    }
    return InstanceFile.read(Files.write(folder.resolve(sopInstance), bytes.toByteArray()));
  }

  private static Attributes header(String sopInstance) {
    return new Attributes()
        .setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage)
        .setString(Tag.SOPInstanceUID, VR.UI, sopInstance)
        .setString(Tag.Modality, VR.CS, "OT")
        .setString(Tag.PatientName, VR.PN, "TEST")
        .setString(Tag.PatientID, VR.LO, "1")
        .setString(Tag.StudyInstanceUID, VR.UI, "1.2.840.1")
        .setString(Tag.SeriesInstanceUID, VR.UI, "1.2.840.1.1")
        .setInt(Tag.SamplesPerPixel, VR.US, 1)
        .setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
        .setInt(Tag.Rows, VR.US, 64)
        .setInt(Tag.Columns, VR.US, 64)
        .setInt(Tag.BitsAllocated, VR.US, 8)
        .setInt(Tag.BitsStored, VR.US, 8)
        .setInt(Tag.HighBit, VR.US, 7)
        .setInt(Tag.PixelRepresentation, VR.US, 0);
  }

  /** Pixel Data with an empty offset table and one fragment (PS3.5 §A.4). */
  private static byte[] encapsulated(byte[] fragment) {
    ByteBuffer bytes =
        ByteBuffer.allocate(12 + 8 + 8 + fragment.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0x0010_7FE0).put((byte) 'O').put((byte) 'B').putShort((short) 0).putInt(-1);
    bytes.putInt(0xE000_FFFE).putInt(0);
    bytes.putInt(0xE000_FFFE).putInt(fragment.length).put(fragment);
    bytes.putInt(0xE0DD_FFFE).putInt(0);
    return bytes.array();
  }

  /** The data set's bytes in the file. */
  static byte[] dataSet(InstanceFile file) throws IOException {
    try (var in = file.dataSet()) {
      return in.readAllBytes();
    }
  }
}
