package org.dicomgateway.hub.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dicomgateway.hub.index.StudyFilter;

/**
 * What the search form holds, as its address has it. What cannot be understood lets everything
 * through: a link with an odd date shows a list and not an error.
 *
 * @param from and {@code to}: dates as browsers send them, {@code 2026-11-21}
 * @param page from 1
 */
record StudySearch(String q, String modality, String site, String from, String to, String page) {
  StudySearch {
    q = orEmpty(q);
    modality = orEmpty(modality);
    site = orEmpty(site);
    from = orEmpty(from);
    to = orEmpty(to);
    page = orEmpty(page);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.strip();
  }

  StudyFilter filter() {
    return new StudyFilter(q, modality, site, date(from), date(to));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  int pageNumber() {
    return page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
  }

  /** Whether anything is searched for. */
  public boolean isNarrowed() {
    return !filter().equals(StudyFilter.ALL);
  }

  /** The address's query for another page of the same search: {@code ?q=an&page=2}. */
  public String query(int number) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("q", q);
    parameters.put("modality", modality);
    parameters.put("site", site);
    parameters.put("from", from);
    parameters.put("to", to);
    parameters.put("page", number > 1 ? Integer.toString(number) : "");
    return parameters.entrySet().stream()
        .filter(parameter -> !parameter.getValue().isEmpty())
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }
}
