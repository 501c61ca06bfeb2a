package org.dicomgateway.dimse.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageSopClassesTest {
  private static final String IMPLICIT = UID.ImplicitVRLittleEndian;
  private static final String EXPLICIT = UID.ExplicitVRLittleEndian;
  private static final String BIG = UID.ExplicitVRBigEndian;
  private static final String JPEG = UID.JPEGBaseline8Bit;
  private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
  private static final String JPIP = "1.2.840.10008.1.2.4.94";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.840.10008.5.1.4.1.1.2", // CT
        "1.2.840.10008.5.1.4.1.1.3", // ultrasound multi-frame, retired
        "1.2.840.10008.5.1.4.1.1", // not defined
        "1.2.840.10008.5.1.4.1.1.9999.1", // of a year to come
        "1.2.840.10008.5.1.4.34.7", // RT beams delivery instruction
        "1.2.840.10008.5.1.4.38.1", // hanging protocol
        "1.2.840.10008.5.1.1.30", // hardcopy colour, retired
        "1.3.46.670589.5.0.1.1", // private, Philips
        "1.2.276.0.19.55.1.5.1.1.1" // private
      })
  void storageIsWhateverIsNotKnownToBeSomethingElse(String sopClass) {
    assertThat(StorageSopClasses.isStorage(sopClass)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.840.10008.1.20.1", // storage commitment
        "1.2.840.10008.1.3.10", // media storage directory
        "1.2.840.10008.3.1.2.3.3", // modality performed procedure step
        "1.2.840.10008.5.1.1.9", // print
        "1.2.840.10008.5.1.4.1.2.1.1", // query
        "1.2.840.10008.5.1.4.31", // worklist
        "1.2.840.10008.5.1.4.34.6.1", // unified procedure step
        "1.2.840.10008.5.1.4.38.2" // hanging protocol, query
      })
  void otherServicesOfTheStandardAreNotStorage(String sopClass) {
    assertThat(StorageSopClasses.isStorage(sopClass)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a b c, " + IMPLICIT + " " + EXPLICIT + " " + JPEG + ", " + JPEG,
    "the first compressed, " + IMPLICIT + " " + JPEG_LS + " " + JPEG + ", " + JPEG_LS,
    "explicit keeps most, " + IMPLICIT + " " + BIG + " " + EXPLICIT + ", " + EXPLICIT,
    "big endian as listed, " + BIG + " " + IMPLICIT + ", " + BIG,
    "the only one, " + IMPLICIT + ", " + IMPLICIT,
    "private, 1.2.3.4 " + IMPLICIT + ", 1.2.3.4",
    "pixels and not their address, " + JPIP + " " + EXPLICIT + ", " + EXPLICIT
  })
  void choosesWhatIsNearestToTheOriginal(String why, String offered, String chosen) {
    ProposedContext context =
        new ProposedContext(1, UID.CTImageStorage, List.of(offered.split(" ")));
    assertThat(StorageSopClasses.choose(context)).as(why).contains(chosen);
  }
}
