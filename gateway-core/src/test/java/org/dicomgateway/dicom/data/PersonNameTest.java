package org.dicomgateway.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

  @Test
  void splitsItsGroups() {
    assertThat(PersonName.parse("Yamada^Tarou=山田^太郎=やまだ^たろう"))
        .isEqualTo(new PersonName("Yamada^Tarou", "山田^太郎", "やまだ^たろう"));
    assertThat(PersonName.parse("NGUYỄN^VĂN AN"))
        .isEqualTo(new PersonName("NGUYỄN^VĂN AN", "", ""));
    assertThat(PersonName.parse("=山田^太郎")).isEqualTo(new PersonName("", "山田^太郎", ""));
    assertThat(PersonName.parse("")).isEqualTo(new PersonName("", "", ""));
  }
}
