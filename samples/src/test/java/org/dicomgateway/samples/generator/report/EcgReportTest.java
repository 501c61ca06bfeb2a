package org.dicomgateway.samples.generator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EcgReportTest {
  private final String pdf =
      new String(EcgReport.of(5, List.of("BENH VIEN (A)", "ECG")), StandardCharsets.US_ASCII);

  @Test
  void crossReferencesPointAtTheObjects() {
    int table = Integer.parseInt(pdf.lines().toList().reversed().get(1));
    assertThat(pdf.substring(table)).startsWith("xref");
    Matcher entry = Pattern.compile("(\\d{10}) 00000 n ").matcher(pdf.substring(table));
    int object = 0;
    while (entry.find()) {
      object++;
      assertThat(pdf.substring(Integer.parseInt(entry.group(1)))).startsWith(object + " 0 obj");
    }
    assertThat(object).isEqualTo(5);
  }

  @Test
  void streamIsAsLongAsItSays() {
    Matcher stream = Pattern.compile("/Length (\\d+) >>\nstream\n").matcher(pdf);
    assertThat(stream.find()).isTrue();
    int end = stream.end() + Integer.parseInt(stream.group(1));
    assertThat(pdf.substring(end)).startsWith("endstream");
  }

  @Test
  void writesParenthesesSoThatTheyAreText() {
    assertThat(pdf).contains("(BENH VIEN \\(A\\)) Tj");
  }
}
