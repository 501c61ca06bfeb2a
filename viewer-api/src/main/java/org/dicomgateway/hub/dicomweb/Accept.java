package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a request accepts: its query parameter {@code accept}, else its header (PS3.18 §8.3.3). */
record Accept(List<MediaRange> ranges) {

  static Accept of(HttpServletRequest request) {
    String parameter = request.getParameter("accept");
    if (parameter != null && !parameter.isBlank()) {
      return new Accept(MediaRange.parse(parameter));
    }
    String header = String.join(",", Collections.list(request.getHeaders("Accept")));
    return new Accept(MediaRange.parse(header.isBlank() ? "*/*" : header));
  }

  /** The most wanted range that a condition holds for. */
  Optional<MediaRange> first(Predicate<MediaRange> condition) {
    return ranges.stream().filter(condition).findFirst();
  }

  /** Refuses a request that does not take DICOM JSON. */
  void requireJson() {
    first(range -> range.includes("application/dicom+json") || range.includes("application/json"))
        .orElseThrow(
            () ->
                DicomwebException.notAcceptable(
                    "This resource is given as application/dicom+json only, but accepted is "
                        + this));
  }

  @Override
  public String toString() {
    return String.join(
        ", ", ranges.stream().map(range -> range.type() + range.parameters()).toList());
  }
}
