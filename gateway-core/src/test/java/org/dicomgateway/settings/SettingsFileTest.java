package org.dicomgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  private static final List<String> KNOWN = List.of("port", "site", "token");

  @TempDir private Path directory;

  @Test
  void readsALineForEachSetting() throws Exception {
    assertThat(read("# the hub\nport: 8080\nsite: \"Yên Bái\"\n"))
        .isEqualTo(Map.of("port", "8080", "site", "Yên Bái"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "0123", "1e3", "2026-01-31", "1_000"})
  void takesValuesAsTheyAreWritten(String value) throws Exception {
    assertThat(read("token: " + value)).containsEntry("token", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet\n", "---\n"})
  void findsNothingInAnEmptyFile(String text) throws Exception {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void readsAListAsLinesWhereOneIsMeant() throws Exception {
    Path file = Files.writeString(directory.resolve("gateway.yaml"), "site:\n- a\n- 07:00 b\n");

    assertThat(SettingsFile.read(file, KNOWN, List.of("site"))).containsEntry("site", "a\n07:00 b");
  }

  @Test
  void readsWhatAnEditorWroteWithAByteOrderMark() throws Exception {
    assertThat(read("\uFEFFport: 1")).containsEntry("port", "1");
  }

  @Test
  void saysWhichSettingsThereAreIfALineIsForNone() {
    assertThatThrownBy(() -> read("prot: 8080"))
        .isInstanceOf(SettingException.class)
        .hasMessageEndingWith("gateway.yaml: no setting 'prot'; there are port, site, token");
  }

  @ParameterizedTest
  @CsvSource({
    "'port 8080', 'line 1: not of the form'",
    "'port: 1\nsite: [a, b]', 'line 2: not of the form'",
    "'port: \"1', 'gateway.yaml: '",
  })
  void saysWhereItIsNoListOfSettings(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SettingException.class)
        .hasMessageContainingAll("gateway.yaml", message);
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    Path absent = directory.resolve("absent.yaml");

    assertThatThrownBy(() -> SettingsFile.read(absent, KNOWN))
        .isInstanceOf(SettingException.class)
        .hasMessage(absent + ": there is no such file");
  }

  private Map<String, String> read(String text) throws Exception {
    return SettingsFile.read(Files.writeString(directory.resolve("gateway.yaml"), text), KNOWN);
  }
}
