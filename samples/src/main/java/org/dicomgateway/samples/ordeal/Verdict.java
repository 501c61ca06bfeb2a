package org.dicomgateway.samples.ordeal;

import java.util.List;

/**
 * What the hub has, held against what was acknowledged; SOP Instance UIDs.
 *
 * @param acknowledged number of instances that were
 * @param missing acknowledged and not found
 * @param unknown found and never acknowledged; a modality would send them again, so no fault
 * @param duplicate found or flagged as a conflict more than once
 * @param different whose data set is not byte for byte what was sent
 * @param archivedTwice in more than one pack of the archive: no fault where the spoke's queue was
 *     lost and instances were sent again, as it costs room and nothing else
 */
public record Verdict(
    int acknowledged,
    List<String> missing,
    List<String> unknown,
    List<String> duplicate,
    List<String> different,
    List<String> archivedTwice) {

  /** Nothing is missing, nothing is there twice, everything is as it was. */
  public boolean isGood() {
    return missing.isEmpty() && duplicate.isEmpty() && different.isEmpty();
  }

  @Override
  public String toString() {
    return "%d acknowledged: %d missing, %d duplicate, %d different, %d archived twice%s"
        .formatted(
            acknowledged,
            missing.size(),
            duplicate.size(),
            different.size(),
            archivedTwice.size(),
            isGood() ? "" : "; the first: " + first());
  }

  private String first() {
    return List.of(missing, duplicate, different).stream()
        .flatMap(List::stream)
        .findFirst()
        .orElse("");
  }
}
