package org.dicomgateway.spoke.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;

/**
 * A small picture of nobody: a Secondary Capture of patient {@code GATEWAY^TEST}, of the year 2000,
 * that says in all places where people look that it is a test. It is the same each time, bytes and
 * UIDs, so that a hub has one of each site, however often it is sent.
 */
final class TestImage {
  static final TransferSyntax SYNTAX = TransferSyntax.of(UID.ExplicitVRLittleEndian);
  private static final int SIDE = 64;

  private final String site;

  TestImage(String site) {
    this.site = site;
  }

  String study() {
    return uid("study");
  }

  String instance() {
    return uid("instance");
  }

  /** A UID by PS3.5 §B.2, of a number that the site's name makes. */
  private String uid(String what) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("gateway doctor " + what + " of " + site).getBytes(StandardCharsets.UTF_8));
      return "2.25." + new BigInteger(1, Arrays.copyOf(digest, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The data set in {@link #SYNTAX}. */
  byte[] bytes() throws IOException {
    Attributes image =
        new Attributes()
            .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
            .setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY")
            .setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage)
            .setString(Tag.SOPInstanceUID, VR.UI, instance())
            .setString(Tag.StudyDate, VR.DA, "20000101")
            .setString(Tag.StudyTime, VR.TM, "000000")
            .setString(Tag.AccessionNumber, VR.SH, "")
            .setString(Tag.Modality, VR.CS, "OT")
            .setString(Tag.ConversionType, VR.CS, "SYN")
            .setString(Tag.Manufacturer, VR.LO, "DICOM Exchange Gateway")
            .setString(Tag.ReferringPhysicianName, VR.PN, "")
            .setString(Tag.StudyDescription, VR.LO, "GATEWAY TEST IMAGE - NO PATIENT")
            .setString(Tag.SeriesDescription, VR.LO, "GATEWAY TEST IMAGE - NO PATIENT")
            .setString(Tag.PatientName, VR.PN, "GATEWAY^TEST")
            .setString(Tag.PatientID, VR.LO, "GATEWAY-TEST")
            .setString(Tag.PatientBirthDate, VR.DA, "")
            .setString(Tag.PatientSex, VR.CS, "")
            .setString(Tag.StudyInstanceUID, VR.UI, study())
            .setString(Tag.SeriesInstanceUID, VR.UI, uid("series"))
            .setString(Tag.StudyID, VR.SH, "TEST")
            .setString(Tag.SeriesNumber, VR.IS, "1")
            .setString(Tag.InstanceNumber, VR.IS, "1")
            .setString(Tag.PatientOrientation, VR.CS, "")
            .setInt(Tag.SamplesPerPixel, VR.US, 1)
            .setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
            .setInt(Tag.Rows, VR.US, SIDE)
            .setInt(Tag.Columns, VR.US, SIDE)
            .setInt(Tag.BitsAllocated, VR.US, 8)
            .setInt(Tag.BitsStored, VR.US, 8)
            .setInt(Tag.HighBit, VR.US, 7)
            .setInt(Tag.PixelRepresentation, VR.US, 0)
            .setBytes(Tag.PixelData, VR.OB, chequers());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataSetWriter.write(image, SYNTAX, bytes);
    return bytes.toByteArray();
  }

  /** Nothing that anatomy looks like. */
  private static byte[] chequers() {
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      boolean white = (i % SIDE / 8 + i / SIDE / 8) % 2 == 0;
      pixels[i] = (byte) (white ? 220 : 30);
    }
    return pixels;
  }
}
