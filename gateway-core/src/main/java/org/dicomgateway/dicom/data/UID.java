package org.dicomgateway.dicom.data;

/** Unique identifiers of the standard by their keywords (PS3.6 Annex A). */
public final class UID {
  public static final String Verification = "1.2.840.10008.1.1";
  public static final String ImplicitVRLittleEndian = "1.2.840.10008.1.2";
  public static final String ExplicitVRLittleEndian = "1.2.840.10008.1.2.1";
  public static final String DeflatedExplicitVRLittleEndian = "1.2.840.10008.1.2.1.99";
  public static final String ExplicitVRBigEndian = "1.2.840.10008.1.2.2";
  public static final String JPEGBaseline8Bit = "1.2.840.10008.1.2.4.50";
  public static final String CTImageStorage = "1.2.840.10008.5.1.4.1.1.2";
  public static final String UltrasoundMultiFrameImageStorage = "1.2.840.10008.5.1.4.1.1.3.1";

  private UID() {}
}
