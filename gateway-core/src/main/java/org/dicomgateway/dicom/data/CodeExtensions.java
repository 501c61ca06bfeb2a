package org.dicomgateway.dicom.data;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text whose bytes switch between coded character sets by escape sequences (ISO 2022, PS3.5
 * §6.1.2.4 and §6.1.2.5).
 *
 * @param g0 what bytes below 0x80 mean at first, and again behind a delimiter
 * @param g1 what bytes above mean; empty for a G1 that is not defined, read as Latin-1
 * @param others sets that may be switched to when writing; reading takes whatever comes
 */
record CodeExtensions(
    CodedCharacterSet g0, Optional<CodedCharacterSet> g1, List<CodedCharacterSet> others) {
  static final byte ESC = 0x1B;

  String decode(byte[] bytes, Delimiters delimiters) {
    StringBuilder text = new StringBuilder(bytes.length);
    CodedCharacterSet low = g0;
    CodedCharacterSet high = g1.orElse(CodedCharacterSet.LATIN_1);
    int i = 0;
    while (i < bytes.length) {
      byte b = bytes[i];
      Optional<CodedCharacterSet> called =
          b == ESC ? CodedCharacterSet.calledAt(bytes, i + 1) : Optional.empty();
      if (called.isPresent()) {
        CodedCharacterSet set = called.get();
        low = set.isG0() ? set : low;
        high = set.isG0() ? high : set;
        i += 1 + set.escape().length;
      } else if (isControl(b) || low.width() == 1 && delimiters.contains(b)) {
        text.append((char) (b & 0xFF));
        low = b == ESC || b == ' ' ? low : g0;
        high = b == ESC || b == ' ' ? high : g1.orElse(CodedCharacterSet.LATIN_1);
        i++;
      } else {
        CodedCharacterSet set = b >= 0 ? low : high;
        text.append(set.decode(bytes, i));
        i += set.width();
      }
    }
    return text.toString();
  }

  /** Spaces and control characters are the same in every set. */
  private static boolean isControl(byte b) {
    return b >= 0 ? b <= ' ' || b == 0x7F : (b & 0xFF) < 0xA0;
  }

  /**
   * @throws IllegalArgumentException for a character that none of the sets has
   */
  byte[] encode(String text, Delimiters delimiters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    CodedCharacterSet low = g0;
    CodedCharacterSet high = g1.orElse(null);
    for (int codePoint : text.codePoints().toArray()) {
      boolean delimiter =
          codePoint < ' ' || codePoint < 0x80 && delimiters.contains((byte) codePoint);
      if (delimiter) {
        switchTo(g0, low, bytes);
        low = g0;
        high = g1.orElse(null);
        bytes.write(codePoint);
        continue;
      }
      CodedCharacterSet set = setFor(codePoint, low, high);
      switchTo(set, set.isG0() ? low : high, bytes);
      low = set.isG0() ? set : low;
      high = set.isG0() ? high : set;
      bytes.writeBytes(set.encode(codePoint).orElseThrow());
    }
    switchTo(g0, low, bytes);
    return bytes.toByteArray();
  }

  private static void switchTo(
      CodedCharacterSet wanted, CodedCharacterSet active, ByteArrayOutputStream bytes) {
    if (wanted != active) {
      bytes.write(ESC);
      bytes.writeBytes(wanted.escape());
    }
  }

  private CodedCharacterSet setFor(int codePoint, CodedCharacterSet low, CodedCharacterSet high) {
    Stream<CodedCharacterSet> active = Stream.of(low, high == null ? low : high);
    return Stream.of(active, Stream.of(g0), g1.stream(), others.stream())
        .flatMap(sets -> sets)
        .filter(set -> set.encode(codePoint).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no character %s (U+%04X)"
                        .formatted(this, Character.toString(codePoint), codePoint)));
  }

  @Override
  public String toString() {
    return Stream.of(Stream.of(g0), g1.stream(), others.stream())
        .flatMap(sets -> sets)
        .toList()
        .toString();
  }
}
