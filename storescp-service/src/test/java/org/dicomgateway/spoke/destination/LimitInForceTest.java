package org.dicomgateway.spoke.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitInForceTest {
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

  private static Optional<LimitInForce> of(String rules, Urgency urgency, String time) {
    ZonedDateTime now = LocalDateTime.parse(time).atZone(HANOI);
    return LimitInForce.of(Limits.parse(rules), urgency, now);
  }

  /** 2 March 2026 is a Monday. */
  @ParameterizedTest
  @CsvSource({
    "mon-fri 07:00-18:00 background 0, 2026-03-02T12:00, 2026-03-02T18:00",
    "mon-fri 07:00-18:00 background 500, 2026-03-06T17:59:59, 2026-03-06T18:00",
    "22:00-06:00 normal 0, 2026-03-02T23:00, 2026-03-03T06:00",
    "mon-fri normal 0, 2026-03-02T12:00, 2026-03-07T00:00",
    "mon normal 0, 2026-03-02T00:00, 2026-03-03T00:00",
    "tue-sun normal 0; mon 00:00-23:00 normal 0, 2026-03-03T12:00, 2026-03-09T23:00",
    "07:00-18:00 normal 0; 18:00-20:00 normal 9, 2026-03-02T12:00, 2026-03-02T18:00",
    "07:00-18:00 normal 9; 12:00-20:00 normal 0, 2026-03-02T12:00, 2026-03-02T20:00",
    "07:00-18:00 normal 9; 18:00-20:00 normal 3, 2026-03-02T12:00, 2026-03-02T20:00",
    "07:00-18:00 normal 0; background 9, 2026-03-02T12:00, 2026-03-02T18:00",
  })
  void holdsUntilMoreMayPass(String rules, String now, String until) {
    assertThat(of(rules, Urgency.BACKGROUND, now).orElseThrow().until())
        .hasValue(LocalDateTime.parse(until).atZone(HANOI).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"normal 0", "normal 9; 07:00-18:00 background 20", "background 5; normal 9"})
  void holdsForEverWhereNoRuleEverEnds(String rules) {
    assertThat(of(rules, Urgency.BACKGROUND, "2026-03-02T12:00").orElseThrow().until()).isEmpty();
  }

  @Test
  void isTheLowestOfThoseThatHold() {
    String rules = "normal 9; 07:00-18:00 background 5; 07:00-18:00 normal 7; sun background 0";
    assertThat(of(rules, Urgency.BACKGROUND, "2026-03-02T12:00"))
        .hasValue(
            new LimitInForce(
                Urgency.BACKGROUND,
                "07:00-18:00 background 5",
                5,
                Optional.of(Instant.parse("2026-03-02T11:00:00Z"))));
    assertThat(of(rules, Urgency.NORMAL, "2026-03-02T12:00").orElseThrow().rule())
        .isEqualTo("07:00-18:00 normal 7");
    assertThat(of("background 0", Urgency.NORMAL, "2026-03-02T12:00")).isEmpty();
  }

  @Test
  void neverHoldsWhatIsStat() {
    assertThat(of("normal 0; background 0", Urgency.STAT, "2026-03-02T12:00")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "normal 0",
        "07:00-24:00 background 500",
        "mon-fri 07:00-18:00 background 500",
        "mon,wed,sat-sun 22:00-06:00 normal 4000",
        "sun 00:00-06:30 normal 1"
      })
  void isWrittenAsInTheSettings(String rule) {
    assertThat(Limits.parse(rule).windows().getFirst().toString()).isEqualTo(rule);
  }

  @Test
  void writesDaysOverTheEndOfTheWeekAsTheyAreReadAgain() {
    Limits limits = Limits.parse("fri-mon 07:00-18:00 normal 5");
    String text = limits.windows().getFirst().toString();
    assertThat(text).isEqualTo("mon,fri-sun 07:00-18:00 normal 5");
    assertThat(Limits.parse(text)).isEqualTo(limits);
  }
}
