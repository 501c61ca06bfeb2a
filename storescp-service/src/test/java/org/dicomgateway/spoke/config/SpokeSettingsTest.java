package org.dicomgateway.spoke.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dicomgateway.settings.SettingException;
import org.dicomgateway.settings.SettingSources;
import org.dicomgateway.settings.SettingsFile;
import org.dicomgateway.spoke.prepare.PrepareSettings;
import org.dicomgateway.spoke.route.UrgencyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokeSettingsTest {
  private final Map<String, String> flags = new HashMap<>();

  SpokeSettingsTest() {
    flags.put(Setting.DATA.key(), "data");
    flags.put(Setting.AET.key(), "GATEWAY");
    flags.put(Setting.DICOM_PORT.key(), "11112");
    flags.put(Setting.ADMIN_PORT.key(), "0");
    flags.put(Setting.HUB.key(), "https://hub.example");
    flags.put(Setting.SITE.key(), "yen-bai");
    flags.put(Setting.TOKEN.key(), "secret");
  }

  @Test
  void listensForModalitiesEverywhereAndForAdministratorsHereOnly() throws Exception {
    SpokeSettings settings = read(Map.of(), Map.of());

    assertThat(settings.dicom().getAddress().isAnyLocalAddress()).isTrue();
    assertThat(settings.admin().address().getAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.admin().asksForToken()).isFalse();
    assertThat(settings.freeFloor()).isEqualTo(1L << 30);
    assertThat(settings.keep()).hasDays(7);
    assertThat(settings.prepare())
        .isEqualTo(new PrepareSettings(PrepareSettings.Compression.AUTO, 4L << 30));
  }

  @Test
  void takesFlagsBeforeTheEnvironmentBeforeTheFile(@TempDir Path directory) throws Exception {
    Map<String, String> file = yaml(directory, "site: of-file\nkeep-days: 3\npacks-in-flight: 2\n");
    Map<String, String> environment =
        Map.of("GATEWAY_SITE", "of-environment", "GATEWAY_KEEP_DAYS", "5");

    SpokeSettings settings = read(environment, file);

    assertThat(settings.forward().site()).isEqualTo("yen-bai");
    assertThat(settings.keep()).hasDays(5);
    assertThat(settings.forward().packsInFlight()).isEqualTo(2);
  }

  @Test
  void readsEverySettingFromAFile(@TempDir Path directory) throws Exception {
    StringBuilder lines = new StringBuilder();
    flags.forEach((setting, value) -> lines.append("%s: %s%n".formatted(setting, value)));
    flags.clear();

    SpokeSettings settings = read(Map.of(), yaml(directory, lines.toString()));

    assertThat(settings.aeTitle()).isEqualTo("GATEWAY");
    assertThat(settings.dicom().getPort()).isEqualTo(11112);
  }

  @Test
  void takesSeveralRulesAsAListAndAsOneLine(@TempDir Path directory) throws Exception {
    Map<String, String> list =
        yaml(
            directory,
            """
            limits:
              - mon-fri 07:00-18:00 normal 4000
              - daily 22:00-06:00 background 0
            stat-from: [CT1, CT2]
            """);
    Map<String, String> line =
        yaml(
            directory,
            """
            limits: mon-fri 07:00-18:00 normal 4000; daily 22:00-06:00 background 0
            stat-from: CT1,CT2
            """);

    assertThat(read(Map.of(), list).forward().limits().windows())
        .hasSize(2)
        .isEqualTo(read(Map.of(), line).forward().limits().windows());
    assertThat(read(Map.of(), list).urgency())
        .isEqualTo(read(Map.of(), line).urgency())
        .isEqualTo(new UrgencyRules(Set.of("CT1", "CT2"), Set.of()));
  }

  @Test
  void saysHowToGiveWhatIsMissing() {
    flags.remove(Setting.HUB.key());

    assertThatThrownBy(() -> read(Map.of(), Map.of()))
        .isInstanceOf(SettingException.class)
        .hasMessageContainingAll("--hub", "GATEWAY_HUB", "'hub: …'");
  }

  @Test
  void asksForATokenWhereOthersCanAsk() throws Exception {
    flags.put(Setting.ADMIN_BIND.key(), "0.0.0.0");
    assertThat(read(Map.of(), Map.of()).admin().asksForToken()).isTrue();
    flags.put(Setting.ADMIN_BIND.key(), "127.0.0.1");
    flags.put(Setting.ADMIN_TOKEN_FILE.key(), "/etc/gateway/token");
    assertThat(read(Map.of(), Map.of()).admin().asksForToken()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ADMIN_TLS_KEY, key.pem, '--admin-tls-certificate and --admin-tls-key go together'",
    "DICOM_PORT, 70000, '--dicom-port: ''70000'' is not a number from 0 to 65535'",
    "DICOM_PORT, dicom, '--dicom-port: ''dicom'' is not a number from 0 to 65535'",
    "PACKS_IN_FLIGHT, 0, '--packs-in-flight: ''0'' is not a number from 1 to 16'",
    "HUB, hub.example, '--hub: ''hub.example'' is not of the form https://hub.example or'",
    "HUB, ftp://hub, '--hub: ''ftp://hub'' is not of the form https://hub.example or'",
    "PROXY, proxy.example, '--proxy is not of the form http://host:port or'",
    "PROXY, http://user:secret@proxy.example, '--proxy is not of the form http://host:port or'",
    "LIMITS, stat 5, '--limits: ''stat 5'' is not of the form ''mon-fri 07:00-18:00 background 500'''",
    "STAT_FROM, 'CT1,A TITLE FAR TOO LONG', '--stat-from: \"A TITLE FAR TOO LONG\" is not an AE title'",
    "AET, A TITLE FAR TOO LONG, '--aet: \"A TITLE FAR TOO LONG\" is not an AE title'",
  })
  void saysWhatAValueMayBe(Setting setting, String value, String message) {
    flags.put(setting.key(), value);

    assertThatThrownBy(() -> read(Map.of(), Map.of()))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void findsAMisspeltKey(@TempDir Path directory) {
    assertThatThrownBy(() -> yaml(directory, "dicomport: 104\n"))
        .isInstanceOf(SettingException.class)
        .hasMessageContainingAll("no setting 'dicomport'", "dicom-port");
  }

  @Test
  void doesNotTellTheTokenToWhoeverReadsTheLog() throws Exception {
    assertThat(read(Map.of(), Map.of()).toString()).doesNotContain("secret");
  }

  private SpokeSettings read(Map<String, String> environment, Map<String, String> file)
      throws SettingException {
    return SpokeSettings.of(new SettingSources(flags, environment, file));
  }

  private static Map<String, String> yaml(Path directory, String text) throws Exception {
    Path file = Files.writeString(directory.resolve("gateway.yaml"), text);
    return SettingsFile.read(file, Setting.keys(), Setting.lists());
  }
}
