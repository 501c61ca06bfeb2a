package org.dicomgateway.dicom.json;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Two members of Value arrays. */
record ValueComparison(String vr, JsonNode ours, JsonNode theirs) {

  /** What makes them differ; empty if nothing does. */
  Optional<Difference.Kind> kind() {
    if (ours.equals(theirs)) {
      return Optional.empty();
    }
    if (ours.isNumber() && theirs.isNumber()) {
      return numbers(ours.doubleValue(), theirs.doubleValue());
    }
    if (ours.isNull() && theirs.isString() && theirs.asString().isEmpty()) {
      return Optional.of(Difference.Kind.EMPTY_MEMBER);
    }
    if (theirs.toString().contains("\\u001B") || theirs.toString().contains("\uFFFD")) {
      return Optional.of(Difference.Kind.NOT_DECODED);
    }
    if (ours.isString() && theirs.isString()) {
      boolean padded = theirs.asString().replaceFirst("[ \\x00]+$", "").equals(ours.asString());
      return Optional.of(padded ? Difference.Kind.TRAILING_PADDING : Difference.Kind.OTHER);
    }
    boolean carets = vr.equals("PN") && Carets.stripped(ours).equals(theirs);
    return Optional.of(carets ? Difference.Kind.TRAILING_CARETS : Difference.Kind.OTHER);
  }

  private Optional<Difference.Kind> numbers(double our, double their) {
    if (our == their || vr.equals("FL") && (float) our == (float) their) {
      return Optional.empty();
    }
    boolean close = Math.abs(our - their) <= 4 * Math.ulp(our);
    return Optional.of(close ? Difference.Kind.LAST_DIGIT : Difference.Kind.OTHER);
  }
}
