package org.dicomgateway.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The hub's side of a study's way, for people: {@link org.dicomgateway.transfer.HubTrace}. */
public final class HubTraceText {
  private final JsonNode trace;

  public HubTraceText(JsonNode trace) {
    this.trace = trace;
  }

  /** Adds a row for each step: when the first and the last pack took it. */
  public void steps(StepTable table) {
    JsonNode packs = trace.path("packs");
    table.step("received", packs, "receivedAt", Figures.count(packs.size(), "pack"));
    table.step("archived", packs, "archivedAt");
    table.step("indexed", packs, "indexedAt", outcomes());
  }

  /** Adds what is known here of the spoke's steps: by its clock, as it wrote into its packs. */
  public void spokeSteps(StepTable table) {
    JsonNode packs = trace.path("packs");
    table.span("received", packs, "acknowledgedFrom", "acknowledgedTo", extent());
    table.span("prepared", packs, "prepared/from", "prepared/to", preparations());
    table.step("packed", packs, "createdAt");
  }

  private String extent() {
    long instances = 0;
    for (JsonNode pack : trace.path("packs")) {
      instances += pack.path("instances").size();
    }
    return Figures.count(instances, "instance");
  }

  private String[] preparations() {
    Preparations counts = new Preparations();
    for (JsonNode pack : trace.path("packs")) {
      JsonNode prepared = pack.path("prepared");
      if (prepared.isObject()) {
        long compressed = prepared.path("instances").asLong();
        counts.compressed(
            compressed, prepared.path("receivedLength").asLong(), prepared.path("length").asLong());
        counts.asReceived(pack.path("instances").size() - compressed);
      }
    }
    return counts.remarks();
  }

  private String[] outcomes() {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode pack : trace.path("packs")) {
      for (JsonNode instance : pack.path("instances")) {
        counts.merge(
            instance.path("outcome").asString("").toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    List<String> words = new ArrayList<>();
    counts.forEach((outcome, count) -> words.add(count + " " + outcome));
    return words.toArray(String[]::new);
  }

  /** What a person has to look at; empty if nothing. */
  public List<String> conflicts() {
    List<String> lines = new ArrayList<>();
    for (JsonNode pack : trace.path("packs")) {
      for (JsonNode instance : pack.path("instances")) {
        if (instance.path("outcome").asString("").equals("CONFLICT")) {
          lines.add("conflict: instance " + instance.path("sopInstanceUid").asString(""));
          lines.addAll(Paragraph.lines("  ", instance.path("reason").asString("")));
        }
      }
    }
    JsonNode patients = trace.path("patients");
    if (patients.size() > 1) {
      lines.add("conflict: the study names " + patients.size() + " patients");
      for (JsonNode patient : patients) {
        lines.addAll(
            Paragraph.lines(
                "  ",
                "%s, ID %s of %s: %s from site %s"
                    .formatted(
                        patient.path("patientName").asString(""),
                        patient.path("patientId").asString(""),
                        patient.path("issuer").asString(""),
                        Figures.count(patient.path("instances").asLong(), "instance"),
                        patient.path("site").asString(""))));
      }
    }
    return lines;
  }
}
