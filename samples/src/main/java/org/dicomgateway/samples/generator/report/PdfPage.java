package org.dicomgateway.samples.generator.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One landscape A4 page of lines and text (ISO 32000-1 §7.5). Points, from the lower left. */
final class PdfPage {
  static final double WIDTH = 842;
  static final double HEIGHT = 595;

  private final StringBuilder content = new StringBuilder();

  /** Sets the colour, 0 to 1 each, and the width of the lines that follow. */
  void pen(double red, double green, double blue, double width) {
    content.append(format("%.2f %.2f %.2f RG %.2f w%n", red, green, blue, width));
  }

  /** Draws through points given as x, y, x, y … */
  void line(double... points) {
    for (int i = 0; i < points.length; i += 2) {
      content.append(format("%.1f %.1f %s%n", points[i], points[i + 1], i == 0 ? "m" : "l"));
    }
    content.append("S\n");
  }

  /** Writes text of the ASCII repertoire. */
  void text(double x, double y, double size, String text) {
    String escaped = text.replaceAll("([\\\\()])", "\\\\$1");
    content.append(format("BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET%n", size, x, y, escaped));
  }

  byte[] document() {
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            format(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.0f %.0f] /Contents 5 0 R"
                    + " /Resources << /Font << /F1 4 0 R >> >> >>",
                WIDTH, HEIGHT),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    write(out, "%PDF-1.4\n");
    for (int i = 0; i < objects.size(); i++) {
      table.append(format("%010d 00000 n %n", out.size()));
      write(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    int start = out.size();
    write(out, table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
  }
}
