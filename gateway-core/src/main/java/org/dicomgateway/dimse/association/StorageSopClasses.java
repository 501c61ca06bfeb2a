package org.dicomgateway.dimse.association;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.dictionary.UidDictionary;
import org.dicomgateway.dimse.pdu.ProposedContext;

/**
 * Verification, and every storage SOP class there is or will be: standard, retired, private or
 * unknown. Refused is only what the standard has for other services.
 */
final class StorageSopClasses {
  private static final String STANDARD = "1.2.840.10008.";

  /** Below it lie the composite instances, those of a later edition too. */
  private static final String COMPOSITE = STANDARD + "5.1.4.1.1";

  /** They hold an address of the pixels, not the pixels (PS3.5 §A.6, §A.7). */
  private static final Set<String> REFERENCED_PIXELS =
      Set.of(
          "1.2.840.10008.1.2.4.94",
          "1.2.840.10008.1.2.4.95",
          "1.2.840.10008.1.2.4.204",
          "1.2.840.10008.1.2.4.205");

  private StorageSopClasses() {}

  static boolean isStorage(String sopClass) {
    return UidDictionary.entry(sopClass)
        .map(entry -> isStorageByName(entry.keyword()))
        .orElse(!sopClass.startsWith(STANDARD) || sopClass.startsWith(COMPOSITE));
  }

  private static boolean isStorageByName(String keyword) {
    return keyword.contains("Storage")
        && !keyword.startsWith("StorageCommitment")
        && !keyword.equals("MediaStorageDirectoryStorage");
  }

  /**
   * We keep what comes byte for byte, so any transfer syntax will do and the one nearest to the
   * sender's original is best. A sender lists a compressed syntax because it has, or is set to
   * make, such images, and the uncompressed ones as a way out; it would have to decode. So the
   * first compressed one listed is taken. Among the uncompressed, Explicit VR Little Endian keeps
   * what a sender knows of its private elements and needs no turning of bytes; else the first.
   */
  static Optional<String> choose(ProposedContext proposed) {
    List<String> offered = proposed.transferSyntaxes();
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    if (proposed.abstractSyntax().equals(UID.Verification)) {
      return Optional.of(offered.getFirst());
    }
    if (!isStorage(proposed.abstractSyntax())) {
      return Optional.empty();
    }
    return offered.stream()
        .filter(StorageSopClasses::holdsCompressedPixels)
        .findFirst()
        .or(() -> offered.stream().filter(UID.ExplicitVRLittleEndian::equals).findFirst())
        .or(() -> Optional.of(offered.getFirst()));
  }

  private static boolean holdsCompressedPixels(String transferSyntax) {
    return TransferSyntax.of(transferSyntax).encapsulated()
        && !REFERENCED_PIXELS.contains(transferSyntax);
  }
}
