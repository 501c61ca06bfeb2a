package org.dicomgateway.samples.generator.report;

import static java.lang.StrictMath.exp;

import java.util.List;
import java.util.SplittableRandom;

/** A sheet with twelve leads, 25 mm for a second and 10 mm for a millivolt. */
public final class EcgReport {
  /** Points of a millimetre. */
  private static final double MM = 72 / 25.4;

  private static final double LEFT = 20 * MM;
  private static final double SECONDS = 10;

  /** Heights of P, Q, R, S and T in millivolts. */
  private record Lead(String name, double p, double q, double r, double s, double t) {}

  private static final List<Lead> LEADS =
      List.of(
          new Lead("I", 0.08, -0.05, 0.7, -0.1, 0.2),
          new Lead("aVR", -0.1, 0, 0.1, -0.85, -0.22),
          new Lead("V1", 0.06, 0, 0.2, -1.0, -0.08),
          new Lead("V4", 0.1, -0.08, 1.5, -0.4, 0.4),
          new Lead("II", 0.13, -0.08, 1.1, -0.18, 0.27),
          new Lead("aVL", 0.03, -0.06, 0.35, -0.12, 0.08),
          new Lead("V2", 0.08, 0, 0.45, -1.4, 0.35),
          new Lead("V5", 0.1, -0.1, 1.35, -0.2, 0.33),
          new Lead("III", 0.06, -0.05, 0.45, -0.15, 0.1),
          new Lead("aVF", 0.1, -0.07, 0.75, -0.15, 0.18),
          new Lead("V3", 0.09, 0, 0.9, -0.8, 0.42),
          new Lead("V6", 0.1, -0.1, 1.0, -0.08, 0.25));

  private final PdfPage page = new PdfPage();
  private final SplittableRandom random;

  private EcgReport(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * Draws the sheet.
   *
   * @param heading lines of ASCII text
   * @return a PDF document
   */
  public static byte[] of(long seed, List<String> heading) {
    EcgReport report = new EcgReport(seed);
    report.grid();
    report.words(heading);
    double rate = 66 + report.random.nextInt(18);
    for (int i = 0; i < LEADS.size(); i++) {
      report.trace(LEADS.get(i), i % 4 * 2.5, 2.5, 128 - i / 4 * 31, rate);
    }
    report.trace(LEADS.get(4), 0, SECONDS, 35, rate);
    report.page.text(LEFT, 8 * MM, 8, "25 mm/s   10 mm/mV   0.05-150 Hz   " + (int) rate + " /min");
    return report.page.document();
  }

  private void grid() {
    for (int mm = 0; mm <= 250; mm++) {
      pen(mm);
      page.line(LEFT + mm * MM, 15 * MM, LEFT + mm * MM, 150 * MM);
    }
    for (int mm = 0; mm <= 135; mm++) {
      pen(mm);
      page.line(LEFT, (15 + mm) * MM, LEFT + 250 * MM, (15 + mm) * MM);
    }
  }

  private void pen(int millimetre) {
    boolean fifth = millimetre % 5 == 0;
    page.pen(1, fifth ? 0.68 : 0.86, fifth ? 0.68 : 0.86, fifth ? 0.5 : 0.25);
  }

  private void words(List<String> heading) {
    for (int i = 0; i < heading.size(); i++) {
      page.text(LEFT, PdfPage.HEIGHT - (14 + 7 * i) * MM, i == 1 ? 15 : 11, heading.get(i));
    }
    page.text(LEFT + 165 * MM, PdfPage.HEIGHT - 28 * MM, 11, "Nhip xoang deu / Sinus rhythm");
    page.text(LEFT + 165 * MM, PdfPage.HEIGHT - 35 * MM, 11, "PR 158 ms   QRS 92 ms   QT 384 ms");
  }

  private void trace(Lead lead, double from, double seconds, double baseline, double rate) {
    page.pen(0.05, 0.05, 0.15, 0.8);
    int steps = (int) (seconds * 100);
    double[] points = new double[2 * steps];
    for (int i = 0; i < steps; i++) {
      double time = from + i / 100.0;
      double volts = voltage(lead, time * rate / 60) + random.nextDouble(-0.012, 0.012);
      points[2 * i] = LEFT + time * 25 * MM;
      points[2 * i + 1] = (baseline + volts * 10) * MM;
    }
    page.line(points);
    page.text(LEFT + (from * 25 + 2) * MM, (baseline + 8) * MM, 9, lead.name);
  }

  private static double voltage(Lead lead, double beats) {
    double phase = beats - Math.floor(beats);
    return lead.p * wave(phase, 0.2, 0.028)
        + lead.q * wave(phase, 0.325, 0.008)
        + lead.r * wave(phase, 0.345, 0.011)
        + lead.s * wave(phase, 0.368, 0.01)
        + lead.t * wave(phase, 0.62, 0.05);
  }

  private static double wave(double phase, double middle, double width) {
    double t = (phase - middle) / width;
    return exp(-t * t);
  }
}
