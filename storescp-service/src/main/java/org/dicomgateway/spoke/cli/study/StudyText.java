package org.dicomgateway.spoke.cli.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dicomgateway.console.Table;
import tools.jackson.databind.JsonNode;

/** Of studies, what several commands print. */
final class StudyText {
  private StudyText() {}

  /** UID and patient, as much as there is room for. */
  static String title(JsonNode study) {
    String title =
        study.path("studyInstanceUid").asString()
            + "  "
            + study.path("patient").path("name").asString("");
    return title.length() <= Table.WIDTH
        ? title.strip()
        : title.substring(0, Table.WIDTH - 1) + "…";
  }

  /** {@code 3 held}, {@code 2 queued}. */
  static List<String> standings(JsonNode study) {
    List<String> texts = new ArrayList<>();
    study
        .path("standings")
        .propertyStream()
        .forEach(
            entry ->
                texts.add(
                    entry.getValue().asInt() + " " + entry.getKey().toLowerCase(Locale.ROOT)));
    return texts;
  }

  /** Several texts as one; those that are empty are told so. */
  static String joined(JsonNode texts, String empty) {
    List<String> all = new ArrayList<>();
    texts.forEach(text -> all.add(text.asString().isEmpty() ? empty : text.asString()));
    return all.size() > 1 ? all.getFirst() + " +" + (all.size() - 1) : String.join("", all);
  }
}
