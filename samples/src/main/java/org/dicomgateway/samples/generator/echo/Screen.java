package org.dicomgateway.samples.generator.echo;

import static org.dicomgateway.samples.generator.echo.Sector.HEIGHT;
import static org.dicomgateway.samples.generator.echo.Sector.WIDTH;

/** What stands around the sector: scales, settings, the electrocardiogram with its moving mark. */
record Screen(String probe, int heartRate) {
  private static final int TEXT = 0xB8C4CC;
  private static final int GREEN = 0x30D060;
  private static final int BASELINE = 572;

  /**
   * Draws it all over a picture.
   *
   * @param progress of the clip, 0 to 1
   * @param beats of the clip
   */
  void draw(int[] pixels, double progress, int beats) {
    bars(pixels);
    depthScale(pixels);
    boxEdge(pixels);
    ecg(pixels, progress, beats);
    label(pixels, 14, 14, "TTE " + probe);
    label(pixels, 14, 34, "FR 25HZ");
    label(pixels, 14, 52, "15CM");
    label(pixels, 14, 84, "2D");
    label(pixels, 14, 102, "68% C 50");
    label(pixels, 14, 120, "HGEN");
    label(pixels, 14, 152, "CF");
    label(pixels, 14, 170, "64% 2.5MHZ");
    label(pixels, 14, 188, "WF HIGH MED");
    label(pixels, 640, 14, "TIS0.8 MI 1.2");
    Lettering.draw(pixels, WIDTH, 706, 578, 2, GREEN, heartRate + " BPM");
    Lettering.draw(pixels, WIDTH, Sector.MIDDLE - 34, 30, 2, 0x3090FF, "V");
  }

  private static void label(int[] pixels, int x, int y, String text) {
    Lettering.draw(pixels, WIDTH, x, y, 2, TEXT, text);
  }

  private static void bars(int[] pixels) {
    for (int row = 0; row < 150; row++) {
      double part = 1 - row / 75.0;
      int grey = (int) (255 - row * 1.7);
      for (int column = 0; column < 14; column++) {
        pixels[(70 + row) * WIDTH + 742 + column] =
            Math.abs(part) < 0.04 ? 0 : ColourFlow.map(part * ColourFlow.LIMIT * 0.98);
        pixels[(250 + row) * WIDTH + 742 + column] = grey * 0x10101;
      }
    }
    label(pixels, 726, 50, "+62");
    label(pixels, 726, 226, "-62");
    Lettering.draw(pixels, WIDTH, 764, 140, 1, TEXT, "CM/S");
  }

  private static void depthScale(int[] pixels) {
    for (int centimetre = 0; centimetre <= 15; centimetre++) {
      int row = (int) (Sector.TOP + centimetre * 10 * Sector.SCALE);
      int length = centimetre % 5 == 0 ? 10 : 5;
      for (int column = 0; column < length; column++) {
        pixels[row * WIDTH + 716 - column] = TEXT;
      }
      if (centimetre % 5 == 0 && centimetre > 0) {
        label(pixels, 684 - (centimetre > 9 ? 6 : 0), row - 6, String.valueOf(centimetre));
      }
    }
  }

  private static void boxEdge(int[] pixels) {
    for (int step = 0; step <= 1200; step++) {
      double t = step / 1200.0;
      int beam = ColourFlow.FIRST_BEAM + (int) (t * (ColourFlow.LAST_BEAM - ColourFlow.FIRST_BEAM));
      int sample =
          ColourFlow.FIRST_SAMPLE + (int) (t * (ColourFlow.LAST_SAMPLE - ColourFlow.FIRST_SAMPLE));
      dot(pixels, beam, ColourFlow.FIRST_SAMPLE);
      dot(pixels, beam, ColourFlow.LAST_SAMPLE);
      dot(pixels, ColourFlow.FIRST_BEAM, sample);
      dot(pixels, ColourFlow.LAST_BEAM, sample);
    }
  }

  private static void dot(int[] pixels, int beam, int sample) {
    int column = (int) (Sector.MIDDLE + Sector.beamU(beam, sample) * Sector.SCALE);
    int row = (int) (Sector.TOP + Sector.beamV(beam, sample) * Sector.SCALE);
    pixels[row * WIDTH + column] = 0xE0E0E0;
  }

  private static void ecg(int[] pixels, double progress, int beats) {
    int last = BASELINE;
    for (int column = 100; column < 690; column++) {
      double beat = (column - 100) / 590.0 * beats;
      int row = (int) (BASELINE - 34 * new Beat(beat - Math.floor(beat)).ecg());
      for (int y = Math.min(row, last); y <= Math.max(row, last); y++) {
        pixels[y * WIDTH + column] = GREEN;
      }
      last = row;
    }
    int mark = 100 + (int) (progress * 589);
    for (int row = BASELINE - 44; row < Math.min(BASELINE + 14, HEIGHT); row++) {
      pixels[row * WIDTH + mark] = 0xFF4040;
    }
  }
}
