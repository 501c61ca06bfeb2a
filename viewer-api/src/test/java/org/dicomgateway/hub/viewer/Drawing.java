package org.dicomgateway.hub.viewer;

import java.util.Arrays;
import java.util.List;

/** A picture as it was drawn, made small. */
public final class Drawing {
  static final int SIDE = 128;

  /** Red, green, blue and opacity of each pixel. */
  private final int[] samples;

  private Drawing(int[] samples) {
    this.samples = samples;
  }

  static Drawing of(List<?> samples) {
    return new Drawing(samples.stream().mapToInt(sample -> ((Number) sample).intValue()).toArray());
  }

  /** Largest difference of any sample. */
  public int largestDifference(Drawing other) {
    int largest = 0;
    for (int i = 0; i < samples.length; i++) {
      largest = Math.max(largest, Math.abs(samples[i] - other.samples[i]));
    }
    return largest;
  }

  /** Mean difference of all samples. */
  public double meanDifference(Drawing other) {
    long sum = 0;
    for (int i = 0; i < samples.length; i++) {
      sum += Math.abs(samples[i] - other.samples[i]);
    }
    return (double) sum / samples.length;
  }

  /** Share of pixels that are not nearly black. */
  public double litShare() {
    int lit = 0;
    for (int i = 0; i < samples.length; i += 4) {
      if (samples[i] + samples[i + 1] + samples[i + 2] > 60) {
        lit++;
      }
    }
    return (double) lit / (SIDE * SIDE);
  }

  /** Mean difference between neighbours: small in a picture, large in what noise decodes to. */
  public double roughness() {
    long sum = 0;
    for (int i = 4; i < samples.length; i += 4) {
      sum += Math.abs(samples[i] - samples[i - 4]);
    }
    return (double) sum / (samples.length / 4.0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Drawing drawing && Arrays.equals(samples, drawing.samples);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(samples);
  }

  @Override
  public String toString() {
    return "drawing %08x, lit %.3f, roughness %.1f".formatted(hashCode(), litShare(), roughness());
  }
}
