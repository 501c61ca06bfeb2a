package org.dicomgateway.hub.index;

import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;

/**
 * What the hub holds, as SQL can find it; it can be thrown away and rebuilt from the archive. Reads
 * see whole instances only. Thread-safe.
 */
public interface InstanceIndex {

  /**
   * Matching studies, series or instances, newest first (Study Date and Time, then arrival); series
   * and instances by their numbers. Text is UTF-8, names match with and without diacritics.
   *
   * @throws IllegalArgumentException if a key's value is none that can be matched, such as a date
   *     that is no date
   */
  List<Attributes> find(Query query);

  /** Tags of a query's keys that {@link #find} does not match by, and so leaves out of account. */
  List<Integer> unmatchedKeys(Query query);

  /**
   * The instances that are served, ordered by series number, then instance number.
   *
   * @param seriesInstanceUid empty for the whole study
   */
  List<IndexedInstance> instances(String studyInstanceUid, Optional<String> seriesInstanceUid);

  /** One instance; empty if the index has none in this study and series. */
  Optional<IndexedInstance> instance(
      String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid);
}
