package org.dicomgateway.spoke.route;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * What the spool holds and nobody sends: held, dropped, or taken by no rule. A memory of the spool
 * alone: at the next start it is decided anew. Thread-safe.
 */
final class KeptInstances {
  private record Entry(String study, KeptStudy.Why why, long length, Instant receivedAt) {}

  private final TreeMap<String, Entry> entries = new TreeMap<>();

  synchronized void add(SpooledInstance instance, Verdict verdict) {
    entries.put(
        instance.id(),
        new Entry(
            instance.identity().studyInstanceUid(),
            new KeptStudy.Why(
                verdict.kind(), verdict.reason(), instance.sender().callingAet().intern()),
            instance.length(),
            instance.receivedAt()));
  }

  synchronized void remove(String id) {
    entries.remove(id);
  }

  /** By study and reason, the longest waiting first. */
  synchronized List<KeptStudy> studies() {
    Map<List<Object>, KeptStudy> studies = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      studies.merge(
          List.of(entry.study(), entry.why()),
          new KeptStudy(entry.study(), entry.why(), 1, entry.length(), entry.receivedAt()),
          KeptStudy::and);
    }
    return List.copyOf(studies.values());
  }

  /** Ids of a study's instances, in the order of their receipt. */
  synchronized List<String> of(String study) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().study().equals(study))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Ids of what is kept for this, in the order of their receipt. */
  synchronized List<String> of(Verdict.Kind kind, Instant receivedBefore) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().why().kind() == kind)
        .filter(entry -> entry.getValue().receivedAt().isBefore(receivedBefore))
        .map(Map.Entry::getKey)
        .toList();
  }
}
