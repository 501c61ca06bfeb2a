package org.dicomgateway.spoke.route;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the spool holds of a study.
 *
 * @param patient as the first instance says
 * @param callingAets who sent it; empty ones are people
 * @param receivedFrom when its first instance came
 * @param receivedTo when its last did
 * @param bytes as they were received
 * @param standings instances by how they stand; those that there are none of are left out
 * @param reasons why what is not sent is not
 * @param hold that a person holds it back, what still comes too; empty if nobody does
 */
public record StudySummary(
    String studyInstanceUid,
    Decision.Patient patient,
    List<String> modalities,
    List<String> callingAets,
    Instant receivedFrom,
    Instant receivedTo,
    int instances,
    long bytes,
    Map<Standing, Integer> standings,
    List<String> reasons,
    Optional<StudyHold> hold) {

  /**
   * @param decisions of one study, at least one
   */
  static StudySummary of(
      List<Decision> decisions, Function<Decision, Standing> standing, Optional<StudyHold> hold) {
    Map<Standing, Integer> standings = new TreeMap<>();
    decisions.forEach(one -> standings.merge(standing.apply(one), 1, Integer::sum));
    return new StudySummary(
        decisions.getFirst().studyInstanceUid(),
        decisions.getFirst().patient(),
        distinct(decisions, Decision::modality),
        distinct(decisions, Decision::callingAet),
        decisions.stream().map(Decision::receivedAt).min(Comparator.naturalOrder()).orElseThrow(),
        decisions.stream().map(Decision::receivedAt).max(Comparator.naturalOrder()).orElseThrow(),
        decisions.size(),
        decisions.stream().mapToLong(Decision::length).sum(),
        standings,
        distinct(
            decisions.stream().filter(one -> !one.goesOn()).toList(),
            one -> one.dispatch().reason()),
        hold);
  }

  private static List<String> distinct(
      List<Decision> decisions, Function<Decision, String> property) {
    return decisions.stream().map(property).distinct().sorted().toList();
  }
}
