package org.dicomgateway.dicom.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import org.dicomgateway.dicom.data.UID;
import org.junit.jupiter.api.Test;

class UidDictionaryTest {
  @Test
  void knowsNamesKeywordsAndRetirement() {
    assertThat(UidDictionary.nameOf("1.2.840.10008.5.1.4.1.1.2")).isEqualTo("CT Image Storage");
    assertThat(UidDictionary.uidOf("CTImageStorage")).contains(UID.CTImageStorage);
    assertThat(UidDictionary.nameOf(UID.HeightMapSegmentationStorage))
        .isEqualTo("Height Map Segmentation Storage");
    assertThat(UidDictionary.entry(UID.ExplicitVRBigEndian).orElseThrow().retired()).isTrue();
    assertThat(UidDictionary.entry(UID.Verification).orElseThrow().type()).isEqualTo("SOP Class");
  }

  @Test
  void leavesStrangersTheirNumber() {
    assertThat(UidDictionary.nameOf("1.2.3")).isEqualTo("1.2.3");
    assertThat(UidDictionary.entry("1.2.3")).isEmpty();
    assertThat(UidDictionary.uidOf("NoSuchKeyword")).isEmpty();
  }
}
