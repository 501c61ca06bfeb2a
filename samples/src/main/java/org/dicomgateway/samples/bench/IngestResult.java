package org.dicomgateway.samples.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param bytes of the instances sent in a turn
 */
public record IngestResult(int instances, long bytes, List<Turn> turns) {

  /**
   * One sending of all instances.
   *
   * @param seconds until the last acknowledgement
   */
  public record Turn(String receiver, String sender, int associations, double seconds) {}

  /** A way of sending, and the medians of the receivers, in the order they were measured. */
  record Row(String sender, int associations, Map<String, Double> seconds) {}

  List<Row> rows() {
    Map<List<Object>, Row> rows = new LinkedHashMap<>();
    for (Turn turn : turns) {
      rows.computeIfAbsent(
              List.of(turn.sender(), turn.associations()),
              _ -> new Row(turn.sender(), turn.associations(), new LinkedHashMap<>()))
          .seconds()
          .computeIfAbsent(turn.receiver(), receiver -> median(turn, receiver));
    }
    return List.copyOf(rows.values());
  }

  private double median(Turn like, String receiver) {
    double[] sorted =
        turns.stream()
            .filter(turn -> turn.receiver().equals(receiver))
            .filter(turn -> turn.sender().equals(like.sender()))
            .filter(turn -> turn.associations() == like.associations())
            .mapToDouble(Turn::seconds)
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** A table in Markdown: medians, and how many times the others' rate ours is. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            """
            | sender | associations | receiver | instances/s | MB/s | ours is |
            |---|---:|---|---:|---:|---:|
            """);
    for (Row row : rows()) {
      double ours = row.seconds().getOrDefault(Receiver.Kind.GATEWAY.toString(), Double.NaN);
      row.seconds()
          .forEach(
              (receiver, seconds) ->
                  table.append(
                      "| %s | %d | %s | %.0f | %.1f | %.1fx |%n"
                          .formatted(
                              row.sender(),
                              row.associations(),
                              receiver,
                              instances / seconds,
                              bytes / 1e6 / seconds,
                              seconds / ours)));
    }
    return table.toString();
  }

  /** For programs: every turn and every median. */
  public Map<String, Object> data() {
    return Map.of("instances", instances, "bytes", bytes, "turns", turns, "medians", rows());
  }
}
