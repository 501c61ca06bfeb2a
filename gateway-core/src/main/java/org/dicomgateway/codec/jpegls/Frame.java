package org.dicomgateway.codec.jpegls;

/**
 * A decoded frame.
 *
 * @param samples unsigned, row by row, interleaved by pixel
 */
public record Frame(FrameShape shape, short[] samples) {
  public Frame {
    if (samples.length != shape.samples()) {
      throw new IllegalArgumentException(
          "%d samples for a frame of %d".formatted(samples.length, shape.samples()));
    }
  }
}
