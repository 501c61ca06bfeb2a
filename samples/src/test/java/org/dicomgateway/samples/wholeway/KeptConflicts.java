package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Instances that a hub keeps beside others of the same SOP Instance UID, as its API has them. */
record KeptConflicts(HubClient hub) {

  /** Fetches the DICOM files that are kept under a UID and not served. */
  List<Path> files(String sopInstance, Path folder) throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (JsonNode conflict : hub.json("/api/conflicts?instance=" + sopInstance).path("instances")) {
      String sha256 = conflict.path("sha256").asString();
      Path file = folder.resolve(sopInstance + "-" + files.size() + ".dcm");
      hub.fetch("/api/conflicts/%s/%s".formatted(sopInstance, sha256), file);
      files.add(file);
    }
    return files;
  }
}
