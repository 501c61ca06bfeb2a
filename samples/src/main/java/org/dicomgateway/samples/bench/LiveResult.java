package org.dicomgateway.samples.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dicomgateway.samples.badline.LineQuality;

/**
 * What came of sending ultrasound images one after the other.
 *
 * @param idle over a line that has nothing else to do
 * @param busy over one that is busy with a background study; before the first of them nothing
 *     urgent had come
 */
public record LiveResult(LineQuality quality, List<Image> idle, List<Image> busy) {

  /**
   * One image, in seconds since its C-STORE-RSP came.
   *
   * @param leaving until the first bytes of its pack had left on the line; 0 if they were earlier
   * @param readable until it was found at the hub
   */
  public record Image(double leaving, double readable) {}

  /** For people, in Markdown. */
  public String table() {
    return """
        %d ultrasound images, one after the other; %d kbit/s, %d ms one way, seed %d; milliseconds

        | line | until | the first | median | 95 %% | longest |
        |---|---|---:|---:|---:|---:|
        %s%s%s%s"""
        .formatted(
            idle.size(),
            quality.kilobitsPerSecond(),
            quality.delay().toMillis(),
            quality.seed(),
            row("idle | it leaves", idle, Image::leaving),
            row("idle | at the hub", idle, Image::readable),
            row("busy | it leaves", busy, Image::leaving),
            row("busy | at the hub", busy, Image::readable));
  }

  private static String row(String name, List<Image> images, ToDoubleFunction<Image> time) {
    double[] sorted = images.stream().mapToDouble(time).sorted().toArray();
    return "| %s | %.0f | %.0f | %.0f | %.0f |%n"
        .formatted(
            name,
            1e3 * time.applyAsDouble(images.getFirst()),
            1e3 * part(sorted, 0.5),
            1e3 * part(sorted, 0.95),
            1e3 * part(sorted, 1));
  }

  /** The least that is no less than this part of all. */
  static double part(double[] sorted, double part) {
    return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
  }
}
