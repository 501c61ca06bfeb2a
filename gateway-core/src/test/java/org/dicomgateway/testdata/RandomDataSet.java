package org.dicomgateway.testdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;

/**
 * Makes data sets of any content: standard elements of each representation, private ones, nested
 * sequences. Every data set begins as real ones do and has what identifies an instance. The same
 * random numbers make the same data set.
 */
public final class RandomDataSet {
  private static final String CREATOR = "GATEWAY TEST";
  private static final int CREATOR_TAG = 0x00290010;
  private static final int DEEPEST = 4;

  /** An element of the dictionary for each representation, so that implicit VR finds it again. */
  private static final Object[][] STANDARD = {
    {Tag.StationAETitle, VR.AE},
    {Tag.PatientAge, VR.AS},
    {Tag.FrameIncrementPointer, VR.AT},
    {Tag.BodyPartExamined, VR.CS},
    {Tag.StudyDate, VR.DA},
    {Tag.SliceThickness, VR.DS},
    {Tag.AcquisitionDateTime, VR.DT},
    {Tag.RealWorldValueSlope, VR.FD},
    {Tag.ExaminedBodyThickness, VR.FL},
    {Tag.InstanceNumber, VR.IS},
    {Tag.SeriesDescription, VR.LO},
    {Tag.AdditionalPatientHistory, VR.LT},
    {Tag.ICCProfile, VR.OB},
    {Tag.DoubleFloatPixelData, VR.OD},
    {Tag.FloatPixelData, VR.OF},
    {Tag.TrackPointIndexList, VR.OL},
    {Tag.ExtendedOffsetTable, VR.OV},
    {Tag.RedPaletteColorLookupTableData, VR.OW},
    {Tag.PatientName, VR.PN},
    {Tag.AccessionNumber, VR.SH},
    {Tag.ReferencePixelX0, VR.SL},
    {Tag.TagAngleSecondAxis, VR.SS},
    {Tag.InstitutionAddress, VR.ST},
    {Tag.SelectorSVValue, VR.SV},
    {Tag.StudyTime, VR.TM},
    {Tag.LongCodeValue, VR.UC},
    {Tag.FrameOfReferenceUID, VR.UI},
    {Tag.RegionFlags, VR.UL},
    {Tag.RetrieveURL, VR.UR},
    {Tag.Rows, VR.US},
    {Tag.TextValue, VR.UT},
    {Tag.SelectorUVValue, VR.UV},
  };

  private static final int[] SEQUENCES = {
    Tag.ReferencedSeriesSequence, Tag.ReferencedImageSequence, Tag.ContentSequence
  };

  private final Random random;

  public RandomDataSet(Random random) {
    this.random = random;
  }

  public Attributes next() {
    return fill(
        new Attributes()
            .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
            .setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
            .setString(Tag.SOPInstanceUID, VR.UI, "2.25." + random.nextLong(1, Long.MAX_VALUE))
            .setString(Tag.StudyInstanceUID, VR.UI, "2.25." + random.nextLong(1, Long.MAX_VALUE)),
        0);
  }

  private Attributes fill(Attributes attributes, int depth) {
    for (int i = random.nextInt(12); i > 0; i--) {
      Object[] element = STANDARD[random.nextInt(STANDARD.length)];
      attributes.setBytes((int) element[0], (VR) element[1], value((VR) element[1]));
    }
    if (random.nextInt(3) == 0) {
      attributes.setString(CREATOR_TAG, VR.LO, CREATOR);
      attributes.setBytes(
          CREATOR_TAG & 0xFFFF0000 | (CREATOR_TAG & 0xFF) << 8 | random.nextInt(256),
          VR.UN,
          value(VR.UN));
    }
    for (int i = depth < DEEPEST ? random.nextInt(3) : 0; i > 0; i--) {
      attributes.setItems(SEQUENCES[random.nextInt(SEQUENCES.length)], items(depth + 1));
    }
    return attributes;
  }

  private List<Attributes> items(int depth) {
    List<Attributes> items = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      items.add(fill(new Attributes(), depth));
    }
    return items;
  }

  private byte[] value(VR vr) {
    boolean mayBeLong = vr != VR.IS && vr != VR.DS && random.nextInt(10) == 0;
    int units = random.nextInt(mayBeLong ? 300 : 8);
    byte[] bytes = new byte[vr.unitLength() * (units + units % 2)];
    random.nextBytes(bytes);
    if (vr.isCharacters()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) ('0' + Math.floorMod(bytes[i], 10));
      }
    }
    return bytes;
  }
}
