package org.dicomgateway.hub.reading;

import java.util.Optional;
import java.util.stream.IntStream;
import org.dicomgateway.dicom.data.Tag;

/**
 * Which values are shown from black to white (PS3.3 §C.11.2.1.2).
 *
 * @param width over 0
 */
public record Window(double centre, double width) {

  /** The one the instance asks for; else all values that occur. */
  static Window of(InstanceMetadata metadata, double[] values) {
    Optional<Double> centre = metadata.decimal(Tag.WindowCenter);
    Optional<Double> width = metadata.decimal(Tag.WindowWidth);
    if (centre.isPresent() && width.isPresent() && width.get() >= 1) {
      return new Window(centre.get(), width.get());
    }
    double least = IntStream.range(0, values.length).mapToDouble(i -> values[i]).min().orElse(0);
    double most = IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElse(0);
    return new Window((least + most) / 2 + 0.5, Math.max(1, most - least + 1));
  }

  /** Brightness of a value, 0 to 255. */
  int brightness(double value) {
    if (width <= 1) {
      return value <= centre - 0.5 ? 0 : 255;
    }
    double share = (value - (centre - 0.5)) / (width - 1) + 0.5;
    return (int) Math.round(Math.clamp(share, 0, 1) * 255);
  }
}
