package org.dicomgateway.dimse.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationEntityTest {

  @ParameterizedTest
  @ValueSource(strings = {"ARCHIVE@10.0.0.5:104", "MY PACS@pacs.example:11112", "A@[::1]:104"})
  void readsWhatItWrites(String text) {
    assertThat(ApplicationEntity.parse(text)).hasToString(text);
  }

  @Test
  void takesTheBracketsOffAnAddress() {
    assertThat(ApplicationEntity.parse("A@[fe80::1]:104"))
        .isEqualTo(new ApplicationEntity("A", "fe80::1", 104));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.5:104",
        "ARCHIVE@10.0.0.5",
        "ARCHIVE@host:0",
        "ARCHIVE@host:65536",
        "@host:104",
        "SEVENTEENLETTERS_@host:104",
        "BACK\\SLASH@host:104",
        "  @host:104",
        "A@b@c:104"
      })
  void saysWhatIsWrong(String text) {
    assertThatThrownBy(() -> ApplicationEntity.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(AET@host:port|AE title|port).*");
  }
}
