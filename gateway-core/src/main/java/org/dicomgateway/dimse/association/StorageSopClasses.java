package org.dicomgateway.dimse.association;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dimse.pdu.ProposedContext;

/**
 * Verification, and every storage SOP class there is or will be: standard, retired, private or
 * unknown. Refused is only what the standard has for other services.
 */
final class StorageSopClasses {
  private static final String STANDARD = "1.2.840.10008.";

  /** Storage in the standard's numbering: 5.1.4.1.1, and those that came to lie elsewhere. */
  private static final Pattern STANDARD_STORAGE =
      Pattern.compile(
          "5\\.1\\.4\\.1\\.1(\\..+)?" // composite instances
              + "|5\\.1\\.1\\.(27|29|30)" // stored print, hardcopy: retired
              + "|5\\.1\\.4\\.34\\.(1|7|10)" // RT beams and brachy delivery instructions
              + "|5\\.1\\.4\\.(38|39|43|44|45)\\.1" // hanging protocol, palette, implants
              + "|5\\.1\\.4\\.201\\..+|10\\.\\d+"); // inventory; future roots of media

  /** They hold an address of the pixels, not the pixels (PS3.5 §A.6, §A.7). */
  private static final Set<String> REFERENCED_PIXELS =
      Set.of(
          "1.2.840.10008.1.2.4.94",
          "1.2.840.10008.1.2.4.95",
          "1.2.840.10008.1.2.4.204",
          "1.2.840.10008.1.2.4.205");

  private StorageSopClasses() {}

  static boolean isStorage(String sopClass) {
    return !sopClass.startsWith(STANDARD)
        || STANDARD_STORAGE.matcher(sopClass.substring(STANDARD.length())).matches();
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
