package org.dicomgateway.samples.generator.echo;

import java.util.Map;
import java.util.TreeMap;

/**
 * Letters of five by seven pixels. Drawn here because a machine without a screen often has no
 * fonts.
 */
final class Lettering {
  private static final String LETTERS =
      """
      A 0E11111F111111 B 1E11111E11111E C 0E11101010110E D 1E11111111111E E 1F10101E10101F
      F 1F10101E101010 G 0E11101713110F H 1111111F111111 I 0E04040404040E J 0702020202120C
      K 11121418141211 L 1010101010101F M 111B1515111111 N 11191513111111 O 0E11111111110E
      P 1E11111E101010 Q 0E11111115120D R 1E11111E141211 S 0F10100E01011E T 1F040404040404
      U 1111111111110E V 11111111110A04 W 1111111515150A X 11110A040A1111 Y 11110A04040404
      Z 1F01020408101F 0 0E11131519110E 1 040C040404040E 2 0E11010608101F 3 1F02040201110E
      4 02060A121F0202 5 1F101E0101110E 6 0608101E11110E 7 1F010204080808 8 0E11110E11110E
      9 0E11110F01020C . 00000000000C0C / 01010204081010 - 0000001F000000 + 0004041F040400
      % 19190204081313 : 000C0C000C0C00
      """;

  private static final Map<Character, int[]> ROWS = rows();

  private Lettering() {}

  private static Map<Character, int[]> rows() {
    Map<Character, int[]> rows = new TreeMap<>();
    String[] words = LETTERS.strip().split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      int[] lines = new int[7];
      for (int row = 0; row < 7; row++) {
        lines[row] = Integer.parseInt(words[i + 1], row * 2, row * 2 + 2, 16);
      }
      rows.put(words[i].charAt(0), lines);
    }
    return rows;
  }

  /** Draws capital letters, digits and a few signs; what it does not know is a space. */
  static void draw(int[] pixels, int width, int x, int y, int scale, int colour, String text) {
    for (int i = 0; i < text.length(); i++) {
      int[] rows = ROWS.get(text.charAt(i));
      if (rows != null) {
        letter(pixels, width, x + i * 6 * scale, y, scale, colour, rows);
      }
    }
  }

  private static void letter(
      int[] pixels, int width, int x, int y, int scale, int colour, int[] rows) {
    for (int row = 0; row < 7 * scale; row++) {
      for (int column = 0; column < 5 * scale; column++) {
        if ((rows[row / scale] >> (4 - column / scale) & 1) == 1) {
          pixels[(y + row) * width + x + column] = colour;
        }
      }
    }
  }
}
