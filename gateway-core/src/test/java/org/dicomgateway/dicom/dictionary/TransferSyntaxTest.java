package org.dicomgateway.dicom.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferSyntaxTest {
  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.1.2, false, false, false, false, Implicit VR Little Endian",
    "1.2.840.10008.1.2.1, true, false, false, false, Explicit VR Little Endian",
    "1.2.840.10008.1.2.1.98, true, false, false, true, Encapsulated Uncompressed Explicit VR Little Endian",
    "1.2.840.10008.1.2.1.99, true, false, true, false, Deflated Explicit VR Little Endian",
    "1.2.840.10008.1.2.2, true, true, false, false, Explicit VR Big Endian",
    "1.2.840.10008.1.2.4.50, true, false, false, true, JPEG Baseline (Process 1)",
    "1.2.840.10008.1.2.4.95, true, false, true, false, JPIP Referenced Deflate",
    "1.2.840.10008.1.2.4.111, true, false, false, true, JPEG XL JPEG Recompression",
    "1.2.840.10008.1.2.5, true, false, false, true, RLE Lossless",
    "1.2.840.10008.1.2.8.1, true, false, false, true, Deflated Image Frame Compression",
    "1.2.840.113619.5.2, false, false, false, false, 1.2.840.113619.5.2",
    "1.2.3.4, true, false, false, true, 1.2.3.4",
  })
  void knowsHowADataSetIsEncoded(
      String uid, boolean explicit, boolean big, boolean deflated, boolean fragments, String name) {
    assertThat(TransferSyntax.of(uid))
        .isEqualTo(new TransferSyntax(uid, explicit, big, deflated, fragments));
    assertThat(TransferSyntax.of(uid).name()).isEqualTo(name);
  }
}
