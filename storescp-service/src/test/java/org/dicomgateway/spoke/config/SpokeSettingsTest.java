package org.dicomgateway.spoke.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokeSettingsTest {
  private final Map<Setting, String> flags = new EnumMap<>(Setting.class);

  SpokeSettingsTest() {
    flags.put(Setting.DATA, "data");
    flags.put(Setting.AET, "GATEWAY");
    flags.put(Setting.DICOM_PORT, "11112");
    flags.put(Setting.ADMIN_PORT, "0");
    flags.put(Setting.HUB, "https://hub.example");
    flags.put(Setting.SITE, "yen-bai");
    flags.put(Setting.TOKEN, "secret");
  }

  @Test
  void listensForModalitiesEverywhereAndForAdministratorsHereOnly() throws Exception {
    SpokeSettings settings = read(Map.of(), Optional.empty());

    assertThat(settings.dicom().getAddress().isAnyLocalAddress()).isTrue();
    assertThat(settings.admin().getAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.freeFloor()).isEqualTo(1L << 30);
    assertThat(settings.forward().keep()).hasDays(7);
  }

  @Test
  void takesFlagsBeforeTheEnvironmentBeforeTheFile(@TempDir Path directory) throws Exception {
    Path file = yaml(directory, "site: of-file\nkeep-days: 3\npacks-in-flight: 2\n");
    Map<String, String> environment =
        Map.of("GATEWAY_SITE", "of-environment", "GATEWAY_KEEP_DAYS", "5");

    SpokeSettings settings = read(environment, Optional.of(file));

    assertThat(settings.forward().site()).isEqualTo("yen-bai");
    assertThat(settings.forward().keep()).hasDays(5);
    assertThat(settings.forward().packsInFlight()).isEqualTo(2);
  }

  @Test
  void readsEverySettingFromAFile(@TempDir Path directory) throws Exception {
    StringBuilder lines = new StringBuilder();
    flags.forEach((setting, value) -> lines.append("%s: %s%n".formatted(setting.key(), value)));
    flags.clear();

    SpokeSettings settings = read(Map.of(), Optional.of(yaml(directory, lines.toString())));

    assertThat(settings.aeTitle()).isEqualTo("GATEWAY");
    assertThat(settings.dicom().getPort()).isEqualTo(11112);
  }

  @Test
  void saysHowToGiveWhatIsMissing() {
    flags.remove(Setting.HUB);

    assertThatThrownBy(() -> read(Map.of(), Optional.empty()))
        .isInstanceOf(SettingException.class)
        .hasMessageContainingAll("--hub", "GATEWAY_HUB", "'hub: …'");
  }

  @ParameterizedTest
  @CsvSource({
    "DICOM_PORT, 70000, '--dicom-port: ''70000'' is not a number from 0 to 65535'",
    "DICOM_PORT, dicom, '--dicom-port: ''dicom'' is not a number from 0 to 65535'",
    "PACKS_IN_FLIGHT, 0, '--packs-in-flight: ''0'' is not a number from 1 to 16'",
    "HUB, hub.example, '--hub: ''hub.example'' is not of the form https://hub.example or'",
    "HUB, ftp://hub, '--hub: ''ftp://hub'' is not of the form https://hub.example or'",
    "AET, A TITLE FAR TOO LONG, '--aet: \"A TITLE FAR TOO LONG\" is not an AE title'",
  })
  void saysWhatAValueMayBe(Setting setting, String value, String message) {
    flags.put(setting, value);

    assertThatThrownBy(() -> read(Map.of(), Optional.empty()))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void findsAMisspeltKey(@TempDir Path directory) throws Exception {
    Path file = yaml(directory, "dicomport: 104\n");

    assertThatThrownBy(() -> read(Map.of(), Optional.of(file)))
        .isInstanceOf(SettingException.class)
        .hasMessageContainingAll("no setting 'dicomport'", "dicom-port");
  }

  @Test
  void doesNotTellTheTokenToWhoeverReadsTheLog() throws Exception {
    assertThat(read(Map.of(), Optional.empty()).toString()).doesNotContain("secret");
  }

  private SpokeSettings read(Map<String, String> environment, Optional<Path> file)
      throws SettingException {
    return SpokeSettings.of(SettingSources.of(flags, environment, file));
  }

  private static Path yaml(Path directory, String text) throws IOException {
    return Files.writeString(directory.resolve("gateway.yaml"), text);
  }
}
