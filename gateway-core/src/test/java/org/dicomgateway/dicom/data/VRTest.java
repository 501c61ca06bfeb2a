package org.dicomgateway.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VRTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsLetters(VR vr) {
    assertThat(VR.of(vr.name().charAt(0), vr.name().charAt(1))).contains(vr);
  }

  @ParameterizedTest
  @CsvSource({"Z,Z", "a,e", "?,?", "' ',' '", "A,Z"})
  void isNotFoundByOthers(char first, char second) {
    assertThat(VR.of(first, second)).isEmpty();
  }

  @Test
  void isPaddedWithSpaceIfItIsText() {
    assertThat(VR.CS.padding()).isEqualTo((byte) ' ');
    assertThat(VR.UI.padding()).isZero();
    assertThat(VR.OB.padding()).isZero();
  }
}
