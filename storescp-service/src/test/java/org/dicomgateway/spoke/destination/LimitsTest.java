package org.dicomgateway.spoke.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  /** 2 March 2026 is a Monday. */
  @ParameterizedTest
  @CsvSource({
    "mon-fri 07:00-18:00 normal 8, 2026-03-02T07:00, 1000",
    "mon-fri 07:00-18:00 normal 8, 2026-03-02T06:59:59, ",
    "mon-fri 07:00-18:00 normal 8, 2026-03-02T18:00, ",
    "mon-fri 07:00-18:00 normal 8, 2026-03-07T12:00, ",
    "fri-mon normal 8, 2026-03-08T12:00, 1000",
    "fri-mon normal 8, 2026-03-03T12:00, ",
    "'mon,wed normal 8', 2026-03-04T00:00, 1000",
    "sun 22:00-06:00 normal 8, 2026-03-02T05:59, 1000",
    "sun 22:00-06:00 normal 8, 2026-03-02T22:00, ",
    "22:00-24:00 normal 8, 2026-03-02T23:59:59, 1000",
    "Daily NORMAL 8, 2026-03-02T23:59:59, 1000",
    "normal 80; 12:00-13:00 normal 8; normal 800, 2026-03-02T12:30, 1000",
    "normal 0, 2026-03-02T12:30, 0",
    "22:00-06:00 normal 0, 2026-03-03T00:00, 0",
    "22:00-06:00 normal 0, 2026-03-03T06:00, ",
    "background 8, 2026-03-02T12:30, ",
  })
  void holdsAtItsTimes(String rules, LocalDateTime time, Long bytesPerSecond) {
    assertThat(Limits.parse(rules).bytesPerSecond(Urgency.NORMAL, time))
        .isEqualTo(bytesPerSecond == null ? OptionalLong.empty() : OptionalLong.of(bytesPerSecond));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "normal 5", "mon-fri 07:00-18:00 normal 8; background 0"})
  void areWrittenAsTheyAreRead(String rules) {
    assertThat(Limits.parse(rules)).hasToString(rules);
  }

  @Test
  void holdsNothingIfThereAreNone() {
    assertThat(Limits.parse("")).isEqualTo(Limits.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stat 100",
        "normal",
        "mon-fry normal 5",
        "7:00-8:00 normal 5",
        "25:00-26:00 normal 5"
      })
  void saysWhichRuleIsNone(String rule) {
    assertThatThrownBy(() -> Limits.parse("normal 100; " + rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "'%s' is not of the form 'mon-fri 07:00-18:00 background 500'".formatted(rule),
            "stat is never held",
            "0 to let nothing pass");
  }
}
