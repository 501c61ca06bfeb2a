package org.dicomgateway.samples.bench;

import java.util.List;
import java.util.Map;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.badline.Traffic;

/**
 * What came of a bench over a line.
 *
 * @param instances in the study
 * @param bytes of its files
 */
public record LineResult(LineQuality quality, int instances, long bytes, List<Row> rows) {

  /**
   * One way.
   *
   * @param seconds until all instances were readable
   * @param firstSeconds until the first was
   * @param traffic over the line until all were readable
   */
  public record Row(String way, double seconds, double firstSeconds, Traffic traffic) {}

  /** Time that the files' own bytes take at the line's rate; 0 if it has no limit. */
  double rawSeconds() {
    return quality.kilobitsPerSecond() == 0 ? 0 : bytes * 8 / 1e3 / quality.kilobitsPerSecond();
  }

  private double used(Row row) {
    return row.traffic.upGiven() * 8 / 1e3 / quality.kilobitsPerSecond() / row.seconds;
  }

  /** For people, in Markdown. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        """
        %d instances, %.1f MB; %d kbit/s, %d ms one way, jitter %d ms, stalls %.1f %%, seed %d
        raw bytes at that rate: %.1f s

        | way | seconds | of the raw time | MB on the line | line used | first image, s | ours is |
        |---|---:|---:|---:|---:|---:|---:|
        """
            .formatted(
                instances,
                bytes / 1e6,
                quality.kilobitsPerSecond(),
                quality.delay().toMillis(),
                quality.jitter().toMillis(),
                quality.stallPercent(),
                quality.seed(),
                rawSeconds()));
    double ours = rows.isEmpty() ? Double.NaN : rows.getFirst().seconds;
    for (Row row : rows) {
      table.append(
          "| %s | %.1f | %.2f | %.1f | %.0f %% | %.1f | %.1fx |%n"
              .formatted(
                  row.way,
                  row.seconds,
                  row.seconds / rawSeconds(),
                  row.traffic.upGiven() / 1e6,
                  100 * used(row),
                  row.firstSeconds,
                  row.seconds / ours));
    }
    return table.toString();
  }

  /** For programs: every way. */
  public Map<String, Object> data() {
    return Map.of(
        "quality", quality,
        "instances", instances,
        "bytes", bytes,
        "rawSeconds", rawSeconds(),
        "ways", rows);
  }
}
