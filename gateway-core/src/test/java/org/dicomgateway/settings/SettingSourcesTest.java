package org.dicomgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingSourcesTest {
  private static final Map<String, String> FILE = Map.of("dicom-port", "3");
  private static final Map<String, String> ENVIRONMENT = Map.of("GATEWAY_DICOM_PORT", "2");

  @Test
  void takesFlagsBeforeTheEnvironmentBeforeTheFile() {
    assertThat(port(Map.of("dicom-port", "1"), ENVIRONMENT, FILE)).isEqualTo("1");
    assertThat(port(Map.of(), ENVIRONMENT, FILE)).isEqualTo("2");
    assertThat(port(Map.of(), Map.of(), FILE)).isEqualTo("3");
    assertThat(port(Map.of(), Map.of(), Map.of())).isEqualTo("none");
  }

  @Test
  void passesOverWhatIsBlank() {
    Map<String, String> blank = Map.of("dicom-port", " ");

    assertThat(port(blank, Map.of("GATEWAY_DICOM_PORT", ""), FILE)).isEqualTo("3");
    assertThat(port(blank, Map.of(), blank)).isEqualTo("none");
  }

  private static String port(
      Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
    return new SettingSources(flags, environment, file).value("dicom-port").orElse("none");
  }
}
