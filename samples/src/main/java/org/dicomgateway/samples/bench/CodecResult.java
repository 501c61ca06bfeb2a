package org.dicomgateway.samples.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured.
 *
 * @param bytes of the images' pixels
 */
public record CodecResult(int images, long bytes, List<Turn> turns) {

  /**
   * Encoding and decoding all images once; seconds on a processor.
   *
   * @param size of all that was encoded, in bytes
   */
  public record Turn(String codec, long size, double encodeSeconds, double decodeSeconds) {}

  /** A table in Markdown: the median turn by encoding of each codec, in the order of measuring. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            """
            | codec | size | smaller | encode MB/s | decode MB/s |
            |---|---:|---:|---:|---:|
            """);
    Map<String, List<Turn>> codecs =
        turns.stream()
            .collect(Collectors.groupingBy(Turn::codec, LinkedHashMap::new, Collectors.toList()));
    for (List<Turn> own : codecs.values()) {
      Turn median =
          own.stream()
              .sorted(Comparator.comparingDouble(Turn::encodeSeconds))
              .toList()
              .get(own.size() / 2);
      table.append(
          "| %s | %d | %.3fx | %.1f | %.1f |%n"
              .formatted(
                  median.codec(),
                  median.size(),
                  (double) bytes / median.size(),
                  bytes / 1e6 / median.encodeSeconds(),
                  bytes / 1e6 / median.decodeSeconds()));
    }
    return table.toString();
  }
}
