package org.dicomgateway.hub.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dicomgateway.dicom.data.Folding;
import org.dicomgateway.dicom.data.Tag;

/** The WHERE of a search (PS3.4 §C.2.2.2), with its parameters in order. */
final class Conditions {
  private final List<String> clauses = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  static Conditions of(Query query) {
    Conditions conditions = new Conditions();
    boolean combined = conditions.addCombinedStudyDateTime(query.keys());
    for (Map.Entry<Integer, String> entry : query.keys().entrySet()) {
      int tag = entry.getKey();
      String value = entry.getValue().strip();
      boolean done = combined && (tag == Tag.StudyDate || tag == Tag.StudyTime);
      // Universal matching (§C.2.2.2.3): an empty value, or a lone asterisk.
      boolean universal = value.isEmpty() || value.equals("*");
      if (!done && !universal && SearchKey.canMatch(tag, query.level())) {
        conditions.add(SearchKey.of(tag), value, query.fuzzyMatching());
      }
    }
    return conditions;
  }

  private void add(SearchKey key, String value, boolean fuzzy) {
    switch (key.matching()) {
      case UID -> in(key.column(), value);
      case TEXT -> like(key.column(), value);
      case NUMBER -> number(key.column(), value);
      case DATE -> range(key.column(), TemporalRange.ofDate(value));
      case TIME -> range(key.column(), TemporalRange.ofTime(value));
      case NAME -> name(key.column(), value, fuzzy);
      case MODALITIES -> modalities(value);
    }
  }

  private void in(String column, String value) {
    List<String> uids = list(value);
    String marks = String.join(", ", Collections.nCopies(uids.size(), "?"));
    add("%s IN (%s)".formatted(column, marks), uids.toArray());
  }

  /** Lists are separated by commas in a URL (PS3.18 §8.3.4), by backslashes in a data set. */
  private static List<String> list(String value) {
    return Arrays.stream(value.split("[,\\\\]")).map(String::strip).toList();
  }

  private void like(String column, String value) {
    add(LikePattern.condition(column, value), LikePattern.of(value));
  }

  private void number(String column, String value) {
    try {
      add(column + " = ?", Long.parseLong(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a whole number: \"" + value + "\"", e);
    }
  }

  /** Date and time are matched as one moment (PS3.4 §C.2.2.2.5), as people mean them. */
  private boolean addCombinedStudyDateTime(Map<Integer, String> keys) {
    String date = keys.getOrDefault(Tag.StudyDate, "").strip();
    String time = keys.getOrDefault(Tag.StudyTime, "").strip();
    if (date.isEmpty() || time.isEmpty()) {
      return false;
    }
    range(
        "(s.study_date || s.study_time)",
        TemporalRange.ofDate(date).combined(TemporalRange.ofTime(time)));
    add("s.study_date <> ''");
    return true;
  }

  private void range(String column, TemporalRange range) {
    add("%s BETWEEN ? AND ?".formatted(column), range.from(), range.to());
    add("%s <> ''".formatted(column));
  }

  /** All component groups are searched; fuzzy: every word begins one of the name's. */
  private void name(String column, String value, boolean fuzzy) {
    String folded = Folding.fold(value);
    String groups =
        List.of("_alphabetic", "_ideographic", "_phonetic").stream()
            .map(group -> LikePattern.condition(column + group, folded))
            .collect(Collectors.joining(" OR "));
    List<Object> patterns = new ArrayList<>(Collections.nCopies(3, LikePattern.of(folded)));
    List<String> words =
        fuzzy ? List.of(folded.replaceAll("[*?]", " ").strip().split(" +")) : List.of();
    words.forEach(word -> patterns.add("% " + LikePattern.literal(word) + "%"));
    String clause = words.isEmpty() ? groups : groups + " OR " + words(column, words.size());
    add("(" + clause + ")", patterns.toArray());
  }

  private static String words(String column, int count) {
    String word = column + "_words LIKE ? ESCAPE '\\'";
    return "(" + String.join(" AND ", Collections.nCopies(count, word)) + ")";
  }

  private void modalities(String value) {
    List<String> modalities = list(value);
    String any =
        modalities.stream()
            .map(modality -> LikePattern.condition("m.modality", modality))
            .collect(Collectors.joining(" OR "));
    add(
        "EXISTS (SELECT 1 FROM series m WHERE m.study_key = s.study_key AND (%s))".formatted(any),
        modalities.stream().map(LikePattern::of).toArray());
  }

  Conditions add(String clause, Object... values) {
    clauses.add(clause);
    parameters.addAll(List.of(values));
    return this;
  }

  /** Begins with WHERE, or is empty. */
  String where() {
    return clauses.isEmpty() ? "" : "WHERE " + String.join(" AND ", clauses);
  }

  List<Object> parameters() {
    return parameters;
  }
}
