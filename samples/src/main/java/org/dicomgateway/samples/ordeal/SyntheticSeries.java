package org.dicomgateway.samples.ordeal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.InstanceFile;

/**
 * Instances of noise in any number and size, written without ever being whole in memory.
 *
 * @param study Study Instance UID
 */
public record SyntheticSeries(String study, int rows, int columns, int frames) {
  private static final int CHUNK = 1 << 16;

  /** Writes files with File Meta Information like ours, so that they come back byte for byte. */
  public List<InstanceFile> write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    List<InstanceFile> files = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Path file = folder.resolve("%05d.dcm".formatted(number));
      writeInstance(file, number);
      files.add(InstanceFile.read(file));
    }
    return files;
  }

  private void writeInstance(Path file, int number) throws IOException {
    Attributes header = header(number);
    TransferSyntax syntax = TransferSyntax.of(UID.ExplicitVRLittleEndian);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), CHUNK)) {
      String sopClass = header.string(Tag.SOPClassUID).orElseThrow();
      String instance = header.string(Tag.SOPInstanceUID).orElseThrow();
      out.write(Part10.header(sopClass, instance, syntax.uid()));
      DataSetWriter.write(header, syntax, out);
      long length = 2L * rows * columns * frames;
      ByteBuffer element = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      element.putShort((short) 0x7FE0).putShort((short) 0x0010).putInt('O' | 'W' << 8);
      out.write(element.putInt((int) length).array());
      noise(out, length, number);
    }
  }

  private static void noise(OutputStream out, long length, int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] chunk = new byte[CHUNK];
    for (long left = length; left > 0; left -= CHUNK) {
      random.nextBytes(chunk);
      out.write(chunk, 0, (int) Math.min(CHUNK, left));
    }
  }

  private Attributes header(int number) {
    Attributes header = new Attributes();
    header.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    header.setString(
        Tag.SOPClassUID,
        VR.UI,
        frames == 1 ? UID.CTImageStorage : UID.MultiFrameGrayscaleWordSecondaryCaptureImageStorage);
    header.setString(Tag.SOPInstanceUID, VR.UI, study + ".1." + number);
    header.setString(Tag.StudyDate, VR.DA, "20261120");
    header.setString(Tag.Modality, VR.CS, frames == 1 ? "CT" : "OT");
    header.setString(Tag.PatientName, VR.PN, "THỬ NGHIỆM^" + study);
    header.setString(Tag.PatientID, VR.LO, "T" + study.hashCode());
    header.setString(Tag.StudyInstanceUID, VR.UI, study);
    header.setString(Tag.SeriesInstanceUID, VR.UI, study + ".1");
    header.setString(Tag.InstanceNumber, VR.IS, String.valueOf(number));
    header.setInt(Tag.SamplesPerPixel, VR.US, 1);
    header.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    if (frames > 1) {
      header.setString(Tag.NumberOfFrames, VR.IS, String.valueOf(frames));
    }
    header.setInt(Tag.Rows, VR.US, rows);
    header.setInt(Tag.Columns, VR.US, columns);
    header.setInt(Tag.BitsAllocated, VR.US, 16);
    header.setInt(Tag.BitsStored, VR.US, 16);
    header.setInt(Tag.HighBit, VR.US, 15);
    header.setInt(Tag.PixelRepresentation, VR.US, 0);
    return header;
  }
}
