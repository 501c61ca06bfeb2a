package org.dicomgateway.spoke.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.spoke.destination.Amount;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.dicomgateway.spoke.destination.Reason;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.ForwardStatus;
import org.dicomgateway.spoke.forward.ForwardStatus.LineStatus;
import org.dicomgateway.spoke.spool.Space;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class PageTextsTest {
  private static final Instant NOW = at("2026-03-02T12:00");

  private static Instant at(String time) {
    return LocalDateTime.parse(time).atZone(ZoneId.systemDefault()).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "en, held by a bandwidth limit until 18:00:00, “07:00-18:00 background 0”",
    "vi, bị giới hạn băng thông đến 18:00:00, nền: 0 kbit/s đến 18:00:00",
  })
  void saysWhichLimitHoldsAStudyAndUntilWhen(String language, String why, String limit) {
    StatusPage page = texts(language).page(status(Reason.LIMITED));
    assertThat(page.studies().getFirst().why()).isEqualTo(why);
    assertThat(page.limits()).hasSize(1).first().asString().contains(limit);
  }

  @ParameterizedTest
  @EnumSource
  void hasWordsForEveryReason(Reason reason) {
    for (String language : List.of("en", "vi")) {
      StatusPage page = texts(language).page(status(reason));
      assertThat(page.studies().getFirst().why()).isNotEmpty().doesNotContain("reason.", "{");
    }
  }

  private static PageTexts texts(String language) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new PageTexts(messages, Locale.of(language));
  }

  private static SpokeStatus status(Reason reason) {
    Amount none = new Amount(0, 0);
    LimitInForce limit =
        new LimitInForce(
            Urgency.BACKGROUND, "07:00-18:00 background 0", 0, Optional.of(at("2026-03-02T18:00")));
    ForwardStatus forward =
        new ForwardStatus(
            new LineStatus("UP", NOW, ""),
            Optional.empty(),
            List.of(limit),
            0,
            Optional.empty(),
            Map.of("WAITING", none, "PACKED", none, "DELIVERED", none, "PARKED", none),
            Optional.empty(),
            List.of(new QueuedStudy("1.2", Urgency.BACKGROUND, reason, 1, 0, 0, 0, 0, 100, NOW)),
            List.of(),
            List.of());
    return new SpokeStatus(
        NOW,
        NOW,
        "GATEWAY",
        "bv-song-lam",
        URI.create("http://hub"),
        new Space(3, 2, 1, 0),
        forward,
        List.of());
  }
}
