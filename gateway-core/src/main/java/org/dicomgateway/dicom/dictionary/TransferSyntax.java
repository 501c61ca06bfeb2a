package org.dicomgateway.dicom.dictionary;

import org.dicomgateway.dicom.data.UID;

/**
 * How a data set is encoded (PS3.5 §10).
 *
 * @param uid Transfer Syntax UID
 * @param explicitVr whether elements name their value representation
 * @param bigEndian Explicit VR Big Endian, retired but still sent
 * @param deflated whether the whole data set is a deflate stream (PS3.5 §A.5)
 * @param encapsulated whether pixel data comes in fragments (PS3.5 §A.4)
 */
public record TransferSyntax(
    String uid, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated) {

  /** "Implicit VR big endian": only the pixel data's words are, which nothing here looks into. */
  private static final String GE_PRIVATE = "1.2.840.113619.5.2";

  /** Compressed pixels in a private element; the data set is as any other. */
  private static final String PHILIPS_PRIVATE = "1.3.46.670589.33.1.4.1";

  /**
   * Any UID has a syntax: what is neither native nor known is explicit little endian, encapsulated.
   */
  public static TransferSyntax of(String uid) {
    return switch (uid) {
      case UID.ImplicitVRLittleEndian, UID.Papyrus3ImplicitVRLittleEndian, GE_PRIVATE ->
          new TransferSyntax(uid, false, false, false, false);
      case UID.ExplicitVRLittleEndian,
          UID.JPIPReferenced,
          UID.JPIPHTJ2KReferenced,
          UID.SMPTEST211020UncompressedProgressiveActiveVideo,
          UID.SMPTEST211020UncompressedInterlacedActiveVideo,
          UID.SMPTEST211030PCMDigitalAudio,
          PHILIPS_PRIVATE ->
          new TransferSyntax(uid, true, false, false, false);
      case UID.ExplicitVRBigEndian -> new TransferSyntax(uid, true, true, false, false);
      case UID.DeflatedExplicitVRLittleEndian,
          UID.JPIPReferencedDeflate,
          UID.JPIPHTJ2KReferencedDeflate ->
          new TransferSyntax(uid, true, false, true, false);
      default -> new TransferSyntax(uid, true, false, false, true);
    };
  }

  /** {@code JPEG Baseline (Process 1)}; the UID itself if the standard does not know it. */
  public String name() {
    return UidDictionary.nameOf(uid);
  }
}
