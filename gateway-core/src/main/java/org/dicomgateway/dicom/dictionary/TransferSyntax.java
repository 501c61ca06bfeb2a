package org.dicomgateway.dicom.dictionary;

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

  /**
   * Any UID has a syntax: what is neither native nor known is explicit little endian, encapsulated.
   */
  public static TransferSyntax of(String uid) {
    return switch (uid) {
      case "1.2.840.10008.1.2" -> new TransferSyntax(uid, false, false, false, false);
      case "1.2.840.10008.1.2.1" -> new TransferSyntax(uid, true, false, false, false);
      case "1.2.840.10008.1.2.2" -> new TransferSyntax(uid, true, true, false, false);
      case "1.2.840.10008.1.2.1.99" -> new TransferSyntax(uid, true, false, true, false);
      default -> new TransferSyntax(uid, true, false, false, true);
    };
  }
}
