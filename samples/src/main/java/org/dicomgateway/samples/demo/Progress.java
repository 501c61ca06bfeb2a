package org.dicomgateway.samples.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;

/** How far a study has come. Thread-safe. */
final class Progress {
  private final StudyFiles.Study study;
  private final Set<String> acknowledged = new TreeSet<>();
  private final List<String> refused = new ArrayList<>();
  private int answered;
  private int readable;

  Progress(StudyFiles.Study study) {
    this.study = study;
  }

  /** A moment of a study: all numbers are instances, but {@code files}. */
  record Snapshot(String title, int files, int answered, int expected, int readable, int refused) {
    boolean isReadable() {
      return answered == files && readable == expected;
    }
  }

  StudyFiles.Study study() {
    return study;
  }

  synchronized void sent(Outcome outcome) {
    answered++;
    if (outcome.isSent()) {
      acknowledged.add(outcome.file().sopInstance());
    } else {
      String status = outcome.status().map(Object::toString).orElse("no answer");
      refused.add("%s: %s %s".formatted(outcome.file().file(), status, outcome.detail()).strip());
    }
  }

  /** Notes which instances the hub serves; more than ours may be there. */
  synchronized void served(Set<String> instances) {
    readable = (int) acknowledged.stream().filter(instances::contains).count();
  }

  synchronized List<String> refused() {
    return List.copyOf(refused);
  }

  /** Acknowledged instances the hub does not serve. */
  synchronized int missing() {
    return acknowledged.size() - readable;
  }

  synchronized Snapshot snapshot() {
    return new Snapshot(
        study.title(),
        study.files().size(),
        answered,
        acknowledged.size(),
        readable,
        refused.size());
  }
}
