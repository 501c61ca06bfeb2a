package org.dicomgateway.samples.generator.echo;

import org.dicomgateway.samples.generator.Noise;

/** A clip of a beating heart that runs round without a seam. Immutable and thread-safe. */
public final class EchoClip {
  public static final int WIDTH = Sector.WIDTH;
  public static final int HEIGHT = Sector.HEIGHT;

  /** Millimetres from pixel to pixel, both ways. */
  public static final double PIXEL_SPACING = 1 / Sector.SCALE;

  /** Column and row of the middle of the probe's face. */
  public static final int PROBE_COLUMN = Sector.MIDDLE;

  public static final int PROBE_ROW = Sector.TOP;

  private static final int BEATS = 3;

  private final int frames;
  private final Sector sector = new Sector();
  private final Pulses pulses;
  private final ColourFlow flow;
  private final Screen screen;

  /**
   * @param frames pictures of the clip
   * @param frameTime milliseconds from picture to picture
   */
  public EchoClip(long seed, int frames, double frameTime) {
    this.frames = frames;
    pulses = new Pulses(new Noise(seed), new Noise(seed + 1));
    flow = new ColourFlow(sector, new Noise(seed + 2));
    screen = new Screen("S5-1", (int) Math.round(BEATS * 60_000 / (frames * frameTime)));
  }

  /**
   * A picture, 0xRRGGBB for each pixel.
   *
   * @param number from 0
   */
  public int[] frame(int number) {
    double progress = (double) number / frames;
    double phase = progress * BEATS;
    Beat beat = new Beat(phase - Math.floor(phase));
    FourChambers heart = new FourChambers(beat);
    float[] echoes = pulses.echoes(heart, number);
    int[] pixels = new int[WIDTH * HEIGHT];
    for (int index = 0; index < pixels.length; index++) {
      if (sector.contains(index)) {
        int grey = (int) (255 * Math.min(1, sector.at(echoes, index)));
        int colour = grey > 150 ? 0 : flow.colour(heart, beat, number, index);
        pixels[index] = colour == 0 ? grey * 0x10101 : colour;
      }
    }
    screen.draw(pixels, progress, BEATS);
    return pixels;
  }
}
