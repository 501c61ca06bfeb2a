package org.dicomgateway.spoke.modality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.versions.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModalitiesTest {
  private static final Modality CT =
      new Modality(
          "CT 1",
          "CT1",
          Optional.of(Network.parse("10.1.0.0/16")),
          Optional.of(104),
          "emergency's room: # 1");

  @TempDir private Path folder;

  private Modalities open() throws IOException {
    return open(UnknownModalities.ACCEPT);
  }

  private Modalities open(UnknownModalities preset) throws IOException {
    return Modalities.open(folder.resolve("modalities"), folder.resolve("heard.json"), preset);
  }

  @Test
  void keepsWhatIsKnownWithWhoAndWhy() throws IOException {
    try (Modalities modalities = open()) {
      modalities.add(CT, "nam", "new machine");
      modalities.say(UnknownModalities.HOLD, "nam", "");
      assertThatThrownBy(() -> modalities.add(CT, "nam", ""))
          .hasMessageContaining("'CT 1' already");
      assertThatThrownBy(() -> modalities.remove("CT 2", "", ""))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessage("there is no modality 'CT 2'; there are CT 1");
    }
    try (Modalities again = open()) {
      assertThat(again.live().modalities()).containsExactly(CT);
      assertThat(again.live().unknown()).isEqualTo(UnknownModalities.HOLD);
      assertThat(again.versions()).extracting(Version::why).last().isEqualTo("new machine");
      assertThat(again.remove("CT 1", "nam", "")).isEqualTo(CT);
      assertThat(again.live().modalities()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"CT1, 10.1.9.9, true", "CT1, 10.2.0.1, false", "CT2, 10.1.9.9, false"})
  void refusesThoseItDoesNotKnow(String title, String host, boolean known) throws IOException {
    try (Modalities modalities = open(UnknownModalities.REFUSE)) {
      modalities.add(CT, "", "");
      assertThat(modalities.refuse(title, host))
          .isEqualTo(
              known
                  ? Optional.empty()
                  : Optional.of(AAssociateRJ.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED));
      assertThat(modalities.heard().getFirst().refused()).isEqualTo(known ? 0 : 1);
      assertThat(modalities.doubts(new Sender(title, "GATEWAY", host))).isEmpty();
    }
  }

  @Test
  void holdsWhatUnknownOnesSendAndRefusesNobodyThen() throws IOException {
    try (Modalities modalities = open(UnknownModalities.HOLD)) {
      modalities.add(CT, "", "");
      assertThat(modalities.refuse("US1", "10.1.0.1")).isEmpty();
      assertThat(modalities.doubts(new Sender("US1", "GATEWAY", "10.1.0.1")))
          .hasValue("unknown modality US1 (10.1.0.1)");
      assertThat(modalities.doubts(new Sender("CT1", "GATEWAY", "10.1.0.1"))).isEmpty();
    }
  }

  @Test
  void remembersWhoWasHeardAcrossRestarts() throws IOException {
    try (Modalities modalities = open()) {
      modalities.refuse("US1", "10.1.0.1");
      modalities.stored("US1", "10.1.0.1", "US");
      modalities.stored("US1", "10.1.0.1", "");
    }
    try (Modalities again = open()) {
      Heard heard = again.heard().getFirst();
      assertThat(heard.aeTitle()).isEqualTo("US1");
      assertThat(heard.modality()).isEqualTo("US");
      assertThat(heard.today(heard.last())).isEqualTo(2);
      assertThat(heard.today(heard.last().plus(Duration.ofDays(1)))).isZero();
      assertThat(heard.last()).isBeforeOrEqualTo(Instant.now());
    }
  }

  @Test
  void beginsAnewIfTheNotesCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("heard.json"), "[{");
    try (Modalities modalities = open()) {
      assertThat(modalities.heard()).isEmpty();
    }
  }

  @Test
  void takesTheVersionBeforeIfTheNewestCannotBeUsed() throws IOException {
    try (Modalities modalities = open()) {
      modalities.add(CT, "", "");
    }
    Files.writeString(folder.resolve("modalities/000002.yaml"), "modalities: [ { name: x } ]");
    try (Modalities again = open()) {
      assertThat(again.live().modalities()).containsExactly(CT);
    }
  }

  @Test
  void saysAllThatIsWrongWithAFileAndWhere() {
    String text =
        """
        unknown-modalities: maybe
        modalities:
          - name: a
            ae-title: A TITLE FAR TOO LONG
            port: 0
          - ae-title: B
            adress: 10.0.0.1
        """;
    assertThatThrownBy(() -> ModalityFile.parse(text, UnknownModalities.ACCEPT))
        .hasMessageContaining("line 1, column 21: 'maybe' is not one of accept, hold, refuse")
        .hasMessageContaining("line 4, column 15")
        .hasMessageContaining("line 5, column 11: '0' is no port")
        .hasMessageContaining("line 6, column 5: a modality needs a name")
        .hasMessageContaining("there is no 'adress' here; write one of name, ae-title");
  }
}
