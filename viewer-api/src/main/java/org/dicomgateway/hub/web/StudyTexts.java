package org.dicomgateway.hub.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.dicomgateway.dicom.data.PersonName;
import org.dicomgateway.hub.index.StudySummary;

/**
 * Turns what DICOM has into what people read, in their language and the hub's time zone.
 *
 * @param now when it is shown
 */
record StudyTexts(Locale locale, Instant now) {
  private static final Duration NEWS = Duration.ofMinutes(2);
  private static final String DICOM_DATE = "uuuuMMdd";

  StudyLine line(StudySummary study) {
    ZonedDateTime arrived = study.arrivedAt().atZone(ZoneId.systemDefault());
    return new StudyLine(
        study.studyInstanceUid(),
        name(study.patientName()),
        study.patientId(),
        date(study.patientBirthDate()),
        study.patientSex(),
        date(study.studyDate()),
        time(study.studyTime()),
        study.modalities(),
        study.description(),
        study.accessionNumber(),
        study.series(),
        study.instances(),
        study.conflicts(),
        study.patients(),
        study.site(),
        date(arrived.toLocalDate()),
        DateTimeFormatter.ofPattern("HH:mm").format(arrived),
        study.arrivedAt().plus(NEWS).isAfter(now));
  }

  /** {@code NGUYỄN^VĂN AN} as {@code NGUYỄN VĂN AN}: the order of the parts is kept. */
  private static String name(String value) {
    PersonName name = PersonName.parse(value);
    String alphabetic = spaced(name.alphabetic());
    String ideographic = spaced(name.ideographic());
    if (alphabetic.isEmpty() || ideographic.isEmpty()) {
      return alphabetic + ideographic;
    }
    return alphabetic + " (" + ideographic + ")";
  }

  private static String spaced(String group) {
    return group.replace('^', ' ').strip().replaceAll("\\s+", " ");
  }

  /** A date that is none is shown as it came. */
  private String date(String value) {
    try {
      return date(LocalDate.parse(value, DateTimeFormatter.ofPattern(DICOM_DATE)));
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  private String date(LocalDate date) {
    String pattern = locale.getLanguage().equals("vi") ? "dd/MM/uuuu" : "d MMM uuuu";
    return DateTimeFormatter.ofPattern(pattern, locale).format(date);
  }

  private static String time(String value) {
    return value.matches("[0-9]{4}.*") ? value.substring(0, 2) + ":" + value.substring(2, 4) : "";
  }
}
