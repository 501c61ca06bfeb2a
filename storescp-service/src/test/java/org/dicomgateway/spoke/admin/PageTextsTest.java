package org.dicomgateway.spoke.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.spoke.admin.ModalityList.Caller;
import org.dicomgateway.spoke.admin.ModalityList.Known;
import org.dicomgateway.spoke.admin.StatusPage.CallerLine;
import org.dicomgateway.spoke.admin.StatusPage.Callers;
import org.dicomgateway.spoke.admin.StatusPage.DestinationLine;
import org.dicomgateway.spoke.admin.StatusPage.ParkedLine;
import org.dicomgateway.spoke.admin.Undelivered.ParkedAt;
import org.dicomgateway.spoke.admin.Undelivered.StudyAt;
import org.dicomgateway.spoke.destination.Amount;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.dicomgateway.spoke.destination.Reason;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.ForwardStatus;
import org.dicomgateway.spoke.forward.ForwardStatus.LineStatus;
import org.dicomgateway.spoke.modality.UnknownModalities;
import org.dicomgateway.spoke.spool.Space;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class PageTextsTest {
  private static final Instant NOW = at("2026-03-02T12:00");
  private static final ModalityList NOBODY =
      new ModalityList(NOW, UnknownModalities.ACCEPT, List.of());

  private static final Instant FIVE_AGO = at("2026-03-02T11:55");
  private static final LimitInForce LIMIT =
      new LimitInForce(
          Urgency.BACKGROUND, "07:00-18:00 background 0", 0, Optional.of(at("2026-03-02T18:00")));

  private static final Undelivered NOTHING = new Undelivered(List.of(), List.of());

  private static Undelivered waiting(String destination, Reason reason) {
    QueuedStudy study = new QueuedStudy("1.2", Urgency.BACKGROUND, reason, 1, 0, 0, 0, 0, 100, NOW);
    return new Undelivered(List.of(new StudyAt(destination, study)), List.of());
  }

  private static Instant at(String time) {
    return LocalDateTime.parse(time).atZone(ZoneId.systemDefault()).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "en, held by a bandwidth limit until 18:00:00, “07:00-18:00 background 0”",
    "vi, bị giới hạn băng thông đến 18:00:00, nền: 0 kbit/s đến 18:00:00",
  })
  void saysWhichLimitHoldsAStudyAndUntilWhen(String language, String why, String limit) {
    StatusPage page = texts(language).page(status(), NOBODY, waiting("hub", Reason.LIMITED));
    assertThat(page.studies().getFirst().why()).isEqualTo(why);
    assertThat(page.limits()).hasSize(1).first().asString().contains(limit);
  }

  @ParameterizedTest
  @EnumSource
  void hasWordsForEveryReason(Reason reason) {
    for (String language : List.of("en", "vi")) {
      StatusPage page = texts(language).page(status(), NOBODY, waiting("hub", reason));
      assertThat(page.studies().getFirst().why()).isNotEmpty().doesNotContain("reason.", "{");
    }
  }

  private static PageTexts texts(String language) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new PageTexts(new Wording(messages, Locale.of(language)));
  }

  @ParameterizedTest
  @CsvSource({
    "en, hub, 11:55:00, 5 min, '1,500 (60 MB)', 2 h 0 min, background: 0 kbit/s until",
    "vi, trung tâm, 11:55:00, 5 phút, 1.500 (60 MB), 2 giờ 0 phút, nền: 0 kbit/s đến",
  })
  void saysOfADestinationSinceWhenItIsDownAndWhyAndWhatWaits(
      String language,
      String kind,
      String since,
      String sinceFor,
      String waiting,
      String oldest,
      String limit) {
    DestinationLine line = line(language, new Health(Health.State.DOWN, FIVE_AGO, "no route"));
    assertThat(line)
        .extracting(
            DestinationLine::kind,
            DestinationLine::state,
            DestinationLine::since,
            DestinationLine::sinceFor,
            DestinationLine::reason,
            DestinationLine::waiting,
            DestinationLine::oldest,
            DestinationLine::parked)
        .containsExactly(kind, "DOWN", since, sinceFor, "no route", waiting, oldest, "7");
    assertThat(line.limits()).hasSize(1).first().asString().contains(limit);
  }

  @Test
  void doesNotRepeatInEnglishThatADestinationIsPaused() {
    Health paused = new Health(Health.State.PAUSED, FIVE_AGO, "a person has stopped the sending");
    assertThat(line("vi", paused).reason()).isEmpty();
  }

  private static DestinationLine line(String language, Health health) {
    return texts(language)
        .page(status(destination(health)), NOBODY, NOTHING)
        .destinations()
        .getFirst();
  }

  private static DestinationStatus destination(Health health) {
    return new DestinationStatus(
        "hub",
        "hub",
        "http://hub",
        health,
        List.of(LIMIT),
        0,
        Map.of(
            DeliveryState.WAITING, new Amount(1_000, 40_000_000),
            DeliveryState.SENDING, new Amount(500, 20_000_000),
            DeliveryState.DELIVERED, Amount.NONE,
            DeliveryState.PARKED, new Amount(7, 1)),
        Optional.of(at("2026-03-02T10:00")));
  }

  @ParameterizedTest
  @CsvSource({
    "en, never, any address, 5 min ago (11:55:00)",
    "vi, chưa từng, địa chỉ bất kỳ, 5 phút trước (11:55:00)",
  })
  void saysWhenEachModalityWasHeardAndWhoCalledUnknown(
      String language, String never, String any, String heard) {
    Known ct = new Known("CT 1", "CT1", "", null, "");
    Callers callers =
        texts(language)
            .page(
                status(),
                new ModalityList(
                    NOW,
                    UnknownModalities.REFUSE,
                    List.of(
                        new Caller(ct, "CT1", "", null, 0, "", 0),
                        new Caller(null, "US9", "10.0.0.9", FIVE_AGO, 12, "US", 3))),
                NOTHING)
            .callers();
    assertThat(callers)
        .isEqualTo(
            new Callers(
                "REFUSE",
                List.of(new CallerLine("CT 1", "CT1", any, never, "0", "", 0)),
                List.of(new CallerLine("US9", "US9", "10.0.0.9", heard, "12", "US", 3)),
                0));
  }

  @Test
  void saysWhichDestinationHasNotGotAStudyAndByItsOwnLimits() {
    DestinationStatus pacs =
        new DestinationStatus(
            "pacs",
            "dicom",
            "PACS@pacs:104",
            new Health(Health.State.UP, NOW, ""),
            List.of(
                new LimitInForce(Urgency.BACKGROUND, "r", 0, Optional.of(at("2026-03-02T20:00")))),
            0,
            destination(new Health(Health.State.UP, NOW, "")).instances(),
            Optional.empty());
    StatusPage page = texts("en").page(status(pacs), NOBODY, waiting("pacs", Reason.LIMITED));
    assertThat(page.studies().getFirst().destination()).isEqualTo("pacs");
    assertThat(page.studies().getFirst().why())
        .isEqualTo("held by a bandwidth limit until 20:00:00");
  }

  @Test
  void saysOfWhatIsParkedWhere() {
    Parked parked = new Parked("id", "1.2.3", "1.2", "no room for this class", FIVE_AGO);
    Undelivered all = new Undelivered(List.of(), List.of(new ParkedAt("pacs", parked)));
    assertThat(texts("en").page(status(), NOBODY, all).parked())
        .containsExactly(
            new ParkedLine("pacs", "1.2", "1.2.3", "no room for this class", "11:55:00"));
  }

  @Test
  void isNotFilledByWhoeverScansPorts() {
    List<Caller> scan =
        Collections.nCopies(500, new Caller(null, "SCAN", "10.0.0.9", NOW, 0, "", 0));
    ModalityList all = new ModalityList(NOW, UnknownModalities.ACCEPT, scan);
    Callers callers = texts("en").page(status(), all, NOTHING).callers();
    assertThat(callers.strangers()).hasSize(20);
    assertThat(callers.more()).isEqualTo(480);
  }

  private static SpokeStatus status(DestinationStatus... destinations) {
    Amount none = new Amount(0, 0);
    ForwardStatus forward =
        new ForwardStatus(
            new LineStatus("UP", NOW, ""),
            Optional.empty(),
            List.of(LIMIT),
            0,
            Optional.empty(),
            Map.of("WAITING", none, "PACKED", none, "DELIVERED", none, "PARKED", none),
            Optional.empty(),
            List.of(),
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
        List.of(destinations));
  }
}
