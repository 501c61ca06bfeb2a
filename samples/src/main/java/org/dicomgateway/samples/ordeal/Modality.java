package org.dicomgateway.samples.ordeal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.samples.services.HubAndSpoke;

/** Sends what was not acknowledged again, as modalities do. For one thread at a time. */
final class Modality {
  private final HubAndSpoke both;
  private final Map<String, InstanceFile> waiting = new LinkedHashMap<>();
  private final Map<String, InstanceFile> acknowledged = new LinkedHashMap<>();
  private int refused;

  Modality(HubAndSpoke both, List<InstanceFile> files) {
    this.both = both;
    files.forEach(file -> waiting.put(file.sopInstance(), file));
  }

  /** Sends so many of those that wait. */
  void send(int count) throws InterruptedException {
    List<InstanceFile> next = new ArrayList<>(waiting.values());
    both.send(
        "MODALITY",
        next.subList(0, Math.min(count, next.size())),
        outcome -> {
          if (outcome.isSent()) {
            acknowledged.put(outcome.file().sopInstance(), outcome.file());
            waiting.remove(outcome.file().sopInstance());
          } else if (outcome.status().isPresent()) {
            refused++;
          }
        });
  }

  int waiting() {
    return waiting.size();
  }

  List<InstanceFile> acknowledged() {
    return List.copyOf(acknowledged.values());
  }

  /** How often an instance was answered with a failure. */
  int refused() {
    return refused;
  }
}
