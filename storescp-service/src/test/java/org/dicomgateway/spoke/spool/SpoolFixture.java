package org.dicomgateway.spoke.spool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;

/** Puts instances into a spool as a modality would. */
public final class SpoolFixture {
  public static final Sender MODALITY = new Sender("CT1", "GATEWAY", "10.0.0.7");

  private SpoolFixture() {}

  /** A spool on a disk that says how much is free. */
  public static Spool on(Path directory, long freeFloor, LongSupplier free) throws IOException {
    Disk disk =
        new Disk() {
          @Override
          public long usableBytes(Path asked) {
            return free.getAsLong();
          }
        };
    return Spool.open(directory, freeFloor, disk);
  }

  /** A data set of one native frame with as many bytes of pixel data. */
  public static Attributes image(String study, String sop, int pixelBytes) {
    byte[] pixels = new byte[pixelBytes];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31 + sop.hashCode());
    }
    return new Attributes()
        .setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage)
        .setString(Tag.SOPInstanceUID, VR.UI, sop)
        .setString(Tag.PatientName, VR.PN, "Nguyen^Van An")
        .setString(Tag.StudyInstanceUID, VR.UI, study)
        .setString(Tag.SeriesInstanceUID, VR.UI, study + ".1")
        .setBytes(Tag.PixelData, VR.OB, pixels);
  }

  /** An image that becomes much smaller when it is coded. */
  public static Attributes slope(String study, String sop) {
    int side = 128;
    byte[] pixels = new byte[side * side * 2];
    for (int i = 0; i < pixels.length; i += 2) {
      pixels[i] = (byte) (i / side);
    }
    return image(study, sop, 0)
        .setInt(Tag.SamplesPerPixel, VR.US, 1)
        .setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
        .setInt(Tag.Rows, VR.US, side)
        .setInt(Tag.Columns, VR.US, side)
        .setInt(Tag.BitsAllocated, VR.US, 16)
        .setInt(Tag.BitsStored, VR.US, 12)
        .setInt(Tag.HighBit, VR.US, 11)
        .setInt(Tag.PixelRepresentation, VR.US, 0)
        .setBytes(Tag.PixelData, VR.OW, pixels);
  }

  /** The bytes of a Part 10 file. */
  public static byte[] part10(Attributes dataSet) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        Part10.header(
            dataSet.string(Tag.SOPClassUID).orElseThrow(),
            dataSet.string(Tag.SOPInstanceUID).orElseThrow(),
            UID.ExplicitVRLittleEndian));
    DataSetWriter.write(dataSet, TransferSyntax.of(UID.ExplicitVRLittleEndian), file);
    return file.toByteArray();
  }

  public static InstanceIdentity identity(Attributes dataSet) throws IOException {
    return InstanceIdentity.of(
        new Part10(new Attributes(), TransferSyntax.of(UID.ExplicitVRLittleEndian), 0, dataSet));
  }

  /** Receives and commits an instance. */
  public static SpooledInstance store(Spool spool, Attributes dataSet) throws IOException {
    return store(spool, dataSet, MODALITY, Priority.MEDIUM);
  }

  public static SpooledInstance store(
      Spool spool, Attributes dataSet, Sender sender, Priority priority) throws IOException {
    try (IncomingInstance incoming = spool.receive()) {
      incoming.write(part10(dataSet));
      return incoming.commit(identity(dataSet), UID.ExplicitVRLittleEndian, sender, priority);
    }
  }

  public static SpooledInstance store(Spool spool, String study, String sop, int pixelBytes)
      throws IOException {
    return store(spool, image(study, sop, pixelBytes));
  }
}
