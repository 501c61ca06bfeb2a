package org.dicomgateway.samples.generator.echo;

import org.dicomgateway.samples.generator.Noise;

/** Colour Doppler in a box over the left side of the heart. Thread-safe. */
record ColourFlow(Sector sector, Noise turbulence) {
  static final int FIRST_BEAM = 112;
  static final int LAST_BEAM = 196;
  static final int FIRST_SAMPLE = 190;
  static final int LAST_SAMPLE = 545;

  /** Velocity, metres per second, at which the colours wrap round. */
  static final double LIMIT = 0.62;

  /** Colour of a pixel, 0xRRGGBB; 0 where no flow shows. */
  int colour(FourChambers heart, Beat beat, int frame, int index) {
    float beam = sector.beam(index);
    float sample = sector.sample(index);
    boolean within =
        beam > FIRST_BEAM && beam < LAST_BEAM && sample > FIRST_SAMPLE && sample < LAST_SAMPLE;
    if (!within) {
      return 0;
    }
    double u = Sector.u(index);
    double v = Sector.v(index);
    if (heart.blood(u, v) < 0.8) {
      return 0;
    }
    double velocity = velocity(heart, beat, u, v);
    velocity *= 1 + 0.3 * turbulence.at(u / 3, v / 4, frame * 0.9);
    velocity += 0.07 * turbulence.at(u / 2.2, v / 2.2, 40 + frame);
    return Math.abs(velocity) < 0.11 ? 0 : map(velocity);
  }

  /** Metres per second towards the probe. */
  private static double velocity(FourChambers heart, Beat beat, double u, double v) {
    Chamber ventricle = heart.leftVentricle();
    double ring = heart.annulus();
    double jet = Math.max(0, ring - v);
    double width = 8 + jet * 0.12;
    double in =
        bell((u - ventricle.u() - 2) / width) * bell((v - ring + 16) / 34) * 0.95 * beat.inflow();
    double fill = 0.3 * beat.inflow() * bell((v - ring - 16) / 22);
    double out =
        bell((u - ventricle.u() + 8) / 8) * bell((v - ring + 14) / 26) * 0.85 * beat.outflow();
    double leak =
        bell((u - ventricle.u() - 3 + 0.1 * (v - ring)) / 3.4)
            * bell((v - ring - 11) / 13)
            * (v > ring - 7 ? 1.5 : 0)
            * beat.outflow();
    return in + fill - out - leak;
  }

  /** Red towards the probe, blue away; brighter is faster; too fast wraps to the other colour. */
  static int map(double velocity) {
    double wrapped = velocity - 2 * LIMIT * StrictMath.rint(velocity / (2 * LIMIT));
    double speed = Math.abs(wrapped) / LIMIT;
    int strong = (int) (90 + 165 * Math.min(1, speed * 1.5));
    int bright = (int) (235 * Math.clamp((speed - 0.35) / 0.65, 0, 1));
    return wrapped > 0
        ? strong << 16 | bright << 8 | bright / 8
        : bright / 10 << 16 | bright << 8 | strong;
  }

  private static double bell(double t) {
    return StrictMath.exp(-t * t);
  }
}
