package org.dicomgateway.spoke.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dicomgateway.spoke.admin.StatusPage.PackLine;
import org.dicomgateway.spoke.admin.StatusPage.ParkedLine;
import org.dicomgateway.spoke.admin.StatusPage.StudyLine;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.dicomgateway.spoke.forward.ForwardStatus;
import org.dicomgateway.spoke.spool.Space;
import org.springframework.context.MessageSource;

/** Turns figures into what people read, in their language and this machine's time zone. */
record PageTexts(MessageSource messages, Locale locale) {
  StatusPage page(SpokeStatus status) {
    ForwardStatus forward = status.forward();
    Instant now = status.at();
    Space disk = status.disk();
    return new StatusPage(
        status.aeTitle(),
        status.site(),
        status.hub().toString(),
        forward.line().state(),
        time(forward.line().since(), now),
        age(forward.line().since(), now),
        forward.line().lastError(),
        forward.pausedSince().map(since -> time(since, now)).orElse(""),
        forward.limits().stream().map(limit -> line(limit, now)).toList(),
        forward.bytesPerSecond() == 0 ? "" : rate(forward.bytesPerSecond()),
        forward.backlog().count(),
        bytes(forward.backlog().bytes()),
        forward.secondsLeft().map(this::duration).orElse(""),
        forward.oldestWaiting().map(since -> age(since, now)).orElse(""),
        disk.level().name(),
        bytes(disk.free()),
        bytes(disk.total()),
        bytes(disk.warnBelow()),
        bytes(disk.refuseBelow()),
        disk.total() == 0 ? 0 : 1000 * (disk.total() - disk.free()) / disk.total(),
        forward.instances().get("DELIVERED").count(),
        forward.packs().stream().map(this::line).toList(),
        studies(forward, now),
        forward.parked().stream().map(parked -> line(parked, now)).toList());
  }

  private List<StudyLine> studies(ForwardStatus forward, Instant now) {
    return forward.studies().stream()
        .filter(study -> study.waiting() + study.packed() > 0)
        .map(
            study ->
                new StudyLine(
                    study.studyInstanceUid(),
                    study.urgency().name(),
                    why(study, forward.limits(), now),
                    study.waiting() + study.packed(),
                    bytes(study.undelivered()),
                    age(study.oldest(), now)))
        .toList();
  }

  private String why(QueuedStudy study, List<LimitInForce> limits, Instant now) {
    String until =
        limits.stream()
            .filter(limit -> limit.urgency() == study.urgency())
            .map(limit -> until(limit, now))
            .findFirst()
            .orElse("");
    return text("reason." + study.reason(), until);
  }

  private String line(LimitInForce limit, Instant now) {
    return text(
        "limit",
        text("urgency." + limit.urgency()),
        String.valueOf(limit.kbitPerSecond()),
        until(limit, now),
        limit.rule());
  }

  private String until(LimitInForce limit, Instant now) {
    return limit.until().map(time -> time(time, now)).orElseGet(() -> text("limit.always"));
  }

  private PackLine line(ForwardStatus.PackProgress pack) {
    return new PackLine(
        pack.studyInstanceUid(),
        pack.instances(),
        pack.percent(),
        bytes(pack.length()),
        pack.secondsLeft().map(this::duration).orElse(""));
  }

  private ParkedLine line(Parked parked, Instant now) {
    return new ParkedLine(
        parked.studyInstanceUid(),
        parked.sopInstanceUid(),
        parked.reason(),
        time(parked.since(), now));
  }

  /** The time of day; the day too, if it is another than today. */
  private String time(Instant time, Instant now) {
    ZoneId zone = ZoneId.systemDefault();
    boolean today = time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    String pattern =
        today ? "HH:mm:ss" : locale.getLanguage().equals("vi") ? "HH:mm dd/MM" : "d MMM HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(time);
  }

  private String age(Instant since, Instant now) {
    return duration(Duration.between(since, now).toSeconds());
  }

  private String duration(long seconds) {
    long minutes = seconds / 60;
    long hours = minutes / 60;
    if (seconds < 120) {
      return text("duration.seconds", Math.max(0, seconds));
    }
    if (minutes < 120) {
      return text("duration.minutes", minutes);
    }
    return hours < 48
        ? text("duration.hours", hours, minutes % 60)
        : text("duration.days", hours / 24, hours % 24);
  }

  /** A megabyte is a million bytes, as lines and disks are sold. */
  private String bytes(long bytes) {
    double value = bytes / 1000.0;
    int unit = 0;
    while (value >= 999.95) {
      value /= 1000;
      unit++;
    }
    return String.format(
        locale, value < 10 || unit > 1 ? "%.1f %sB" : "%.0f %sB", value, "kMGTPE".charAt(unit));
  }

  private String rate(long bytesPerSecond) {
    double megabits = 8e-6 * bytesPerSecond;
    return String.format(locale, megabits < 10 ? "%.2f Mbit/s" : "%.0f Mbit/s", megabits);
  }

  private String text(String key, Object... values) {
    return messages.getMessage(key, values, locale);
  }
}
