package org.dicomgateway.hub.dicomweb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.dicomgateway.dicom.dictionary.ElementDictionary;
import org.dicomgateway.hub.index.Query;

/**
 * Query parameters of a search (PS3.18 §8.3.4).
 *
 * @param limit most results, from 1
 */
record SearchParameters(
    Map<Integer, String> keys,
    Set<Integer> includeFields,
    boolean includeAll,
    boolean fuzzyMatching,
    int limit,
    int offset) {
  /** More results than that are given in several answers, whatever the client asks for. */
  static final int MOST_RESULTS = 5000;

  /** Parameters that say something about the answer and nothing about what is searched. */
  private static final Set<String> OF_THE_ANSWER =
      Set.of("accept", "charset", "limit", "offset", "fuzzymatching", "includefield");

  /**
   * Understands what a URL holds.
   *
   * @throws DicomwebException if a parameter is none, or has a value that it cannot have
   */
  static SearchParameters of(Map<String, String[]> parameters) {
    Map<Integer, String> keys = new HashMap<>();
    parameters.forEach(
        (name, values) -> {
          if (!OF_THE_ANSWER.contains(name)) {
            keys.put(attribute(name), String.join("\\", values));
          }
        });
    Set<Integer> fields = new HashSet<>();
    boolean all = false;
    for (String list : parameters.getOrDefault("includefield", new String[0])) {
      for (String field : list.split(",")) {
        if (field.equals("all")) {
          all = true;
        } else if (!field.isBlank()) {
          fields.add(attribute(field.strip()));
        }
      }
    }
    int limit = Math.min(number(parameters, "limit", 1, MOST_RESULTS), MOST_RESULTS);
    return new SearchParameters(
        keys, fields, all, fuzzy(parameters), limit, number(parameters, "offset", 0, 0));
  }

  /** One result more is asked for than given, to know whether there are more. */
  Query query(Query.Level level, Map<Integer, String> within) {
    Map<Integer, String> all = new HashMap<>(keys);
    all.putAll(within);
    return new Query(level, all, includeFields, includeAll, fuzzyMatching, limit + 1, offset);
  }

  /** Of an attribute within a sequence, the sequence. */
  private static int attribute(String name) {
    int dot = name.indexOf('.');
    OptionalInt tag = ElementDictionary.tagOf(dot < 0 ? name : name.substring(0, dot));
    return tag.orElseThrow(
        () ->
            DicomwebException.badRequest(
                "No attribute is called \"%s\"; attributes are named by keyword, as PatientName, or by tag, as 00100010."
                    .formatted(name)));
  }

  private static int number(
      Map<String, String[]> parameters, String name, int smallest, int otherwise) {
    String text = parameters.getOrDefault(name, new String[] {""})[0];
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < smallest) {
      throw DicomwebException.badRequest(
          "%s has to be a whole number from %d, not \"%s\".".formatted(name, smallest, text));
    }
    return Integer.parseInt(text);
  }

  private static boolean fuzzy(Map<String, String[]> parameters) {
    List<String> values = List.of(parameters.getOrDefault("fuzzymatching", new String[] {"false"}));
    return switch (values.getFirst()) {
      case "true" -> true;
      case "false", "" -> false;
      default ->
          throw DicomwebException.badRequest(
              "fuzzymatching has to be true or false, not \"" + values.getFirst() + "\".");
    };
  }
}
