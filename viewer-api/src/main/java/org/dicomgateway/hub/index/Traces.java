package org.dicomgateway.hub.index;

import java.util.List;
import java.util.Optional;
import org.dicomgateway.transfer.HubTrace;

/** What the index remembers of how things came. Thread-safe. */
public interface Traces {

  /**
   * The packs of a study.
   *
   * @param site whose packs alone; empty: of every site
   * @return empty if there are none
   */
  Optional<HubTrace> trace(String studyInstanceUid, Optional<String> site);

  /**
   * Instances that also came with other bytes, which are kept and not served; the latest first.
   *
   * @param limit most results, from 1
   */
  List<Conflict> conflicts(ConflictFilter filter, int limit);

  /**
   * Patients of studies that name more than one; by study, the most frequent first.
   *
   * @param studyInstanceUid empty: any
   * @param limit most results, from 1
   */
  List<StudyPatient> patientConflicts(String studyInstanceUid, int limit);
}
