package org.dicomgateway.samples.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.samples.generator.thorax.Build;
import org.dicomgateway.samples.generator.thorax.Thorax;

/** A CT series of the chest (PS3.3 §A.3): {@value #SLICES} slices from the head down. */
final class ChestCt {
  static final int SLICES = 120;

  /** Millimetres. */
  private static final double SLICE_SPACING = Thorax.HEIGHT / SLICES;

  /** Stored value 0, Hounsfield units. */
  private static final int INTERCEPT = -1024;

  private static final int STORED_MAXIMUM = 4095;

  private final SampleStudy study;
  private final Thorax thorax;

  ChestCt(SampleStudy study) {
    this.study = study;
    long seed = study.seed();
    boolean woman = study.patient().sex().equals("F");
    double girth = 0.94 + 0.03 * (seed % 5);
    thorax = new Thorax(new Build(seed, girth, woman ? 19 : 13, seed % 2 == 0 ? 9 : 0));
  }

  /** Writes the first slices, as many at once as there are processors. */
  void write(Path folder, int slices) throws IOException {
    try {
      IntStream.rangeClosed(1, slices).parallel().forEach(number -> writeSlice(folder, number));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void writeSlice(Path folder, int number) {
    double z = Thorax.HEIGHT - (number - 0.5) * SLICE_SPACING;
    Attributes slice =
        StudyHeader.of(study, UID.CTImageStorage, number, "Ngực 2.5 mm, cửa sổ trung thất");
    scan(slice);
    position(slice, z);
    image(slice);
    slice.setBytes(Tag.PixelData, VR.OW, stored(thorax.slice(number, z)));
    try {
      InstanceFile.write(folder.resolve("CT%04d.dcm".formatted(number)), slice);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void scan(Attributes slice) {
    slice.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "AXIAL");
    slice.setString(Tag.BodyPartExamined, VR.CS, "CHEST");
    slice.setString(Tag.ProtocolName, VR.LO, study.kind().description);
    slice.setString(Tag.ContrastBolusAgent, VR.LO, "Iohexol 350 mgI/ml, 80 ml");
    slice.setString(Tag.KVP, VR.DS, "120");
    slice.setString(Tag.XRayTubeCurrent, VR.IS, "220");
    slice.setString(Tag.ExposureTime, VR.IS, "500");
    slice.setString(Tag.ConvolutionKernel, VR.SH, "STANDARD");
    slice.setString(Tag.GantryDetectorTilt, VR.DS, "0");
    slice.setString(Tag.AcquisitionNumber, VR.IS, "1");
    slice.setString(Tag.PatientPosition, VR.CS, "HFS");
  }

  private void position(Attributes slice, double z) {
    double corner = -(Thorax.SIZE - 1) / 2.0 * Thorax.PIXEL_SPACING;
    slice.setString(Tag.FrameOfReferenceUID, VR.UI, study.uid("frame of reference"));
    slice.setString(Tag.PositionReferenceIndicator, VR.LO, "XY");
    slice.setString(Tag.ImagePositionPatient, VR.DS, decimal(corner), decimal(corner), decimal(z));
    slice.setString(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0");
    slice.setString(Tag.SliceLocation, VR.DS, decimal(z));
    slice.setString(Tag.SliceThickness, VR.DS, decimal(SLICE_SPACING));
    slice.setString(Tag.SpacingBetweenSlices, VR.DS, decimal(SLICE_SPACING));
    String spacing = decimal(Thorax.PIXEL_SPACING);
    slice.setString(Tag.PixelSpacing, VR.DS, spacing, spacing);
    slice.setString(Tag.ReconstructionDiameter, VR.DS, decimal(Thorax.SIZE * Thorax.PIXEL_SPACING));
  }

  private static void image(Attributes slice) {
    slice.setInt(Tag.SamplesPerPixel, VR.US, 1);
    slice.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    slice.setInt(Tag.Rows, VR.US, Thorax.SIZE);
    slice.setInt(Tag.Columns, VR.US, Thorax.SIZE);
    slice.setInt(Tag.BitsAllocated, VR.US, 16);
    slice.setInt(Tag.BitsStored, VR.US, 12);
    slice.setInt(Tag.HighBit, VR.US, 11);
    slice.setInt(Tag.PixelRepresentation, VR.US, 0);
    slice.setString(Tag.RescaleIntercept, VR.DS, String.valueOf(INTERCEPT));
    slice.setString(Tag.RescaleSlope, VR.DS, "1");
    slice.setString(Tag.RescaleType, VR.LO, "HU");
    slice.setString(Tag.WindowCenter, VR.DS, "50", "-500");
    slice.setString(Tag.WindowWidth, VR.DS, "400", "1500");
    slice.setString(Tag.WindowCenterWidthExplanation, VR.LO, "Trung thất", "Nhu mô phổi");
  }

  private static byte[] stored(float[] hu) {
    ByteBuffer pixels = ByteBuffer.allocate(2 * hu.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : hu) {
      pixels.putShort((short) Math.clamp(Math.round(value) - INTERCEPT, 0, STORED_MAXIMUM));
    }
    return pixels.array();
  }

  private static String decimal(double value) {
    return String.valueOf(Math.round(value * 1e6) / 1e6);
  }
}
