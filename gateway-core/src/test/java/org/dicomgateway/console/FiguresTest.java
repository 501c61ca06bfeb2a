package org.dicomgateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "151200000, 151.2 MB",
    "999960000, 1.0 GB",
    "9223372036854775807, 9.2 EB"
  })
  void writesBytesByThousands(long bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0 s",
    "119, 119 s",
    "120, 2 min",
    "7199, 119 min",
    "11100, 3 h 5 min",
    "187200, 2 d 4 h"
  })
  void writesDurationsByWhatMatters(long seconds, String text) {
    assertThat(Figures.duration(seconds)).isEqualTo(text);
  }

  @Test
  void writesRatesInBits() {
    assertThat(Figures.rate(262_500)).isEqualTo("2.1 Mbit/s");
    assertThat(Figures.rate(1000)).isEqualTo("8 kbit/s");
  }

  @Test
  void laysATableOutInColumns() {
    Table table = new Table("NAME", ">SIZE").row("a", 10).across("long").row("bcdef", 1000);
    assertThat(table.lines()).containsExactly("NAME   SIZE", "a        10", "long", "bcdef  1000");
    assertThatThrownBy(() -> table.row("one")).isInstanceOf(IllegalArgumentException.class);
  }
}
