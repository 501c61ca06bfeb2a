package org.dicomgateway.hub.index;

import java.util.List;
import java.util.Optional;

/** The studies as people look for them on the hub's own page. Thread-safe. */
public interface StudyList {

  /**
   * Studies that match, newest first (Study Date and Time, then arrival).
   *
   * @param limit most results, from 1
   * @param offset results left out first, from 0
   */
  List<StudySummary> find(StudyFilter filter, int limit, int offset);

  /** One study; empty if the index has nothing of it. */
  Optional<StudySummary> study(String studyInstanceUid);

  /** The series of a study, by their numbers. */
  List<SeriesSummary> series(String studyInstanceUid);

  /** How many studies match. */
  int count(StudyFilter filter);

  /** Names of the sites that studies came from, in their order. */
  List<String> sites();

  /** Modalities of all series, in their order. */
  List<String> modalities();
}
