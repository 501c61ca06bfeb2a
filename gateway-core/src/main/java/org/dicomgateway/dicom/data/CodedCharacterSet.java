package org.dicomgateway.dicom.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The coded character sets of PS3.3 §C.12.1.1.2 that can be switched between, by their numbers in
 * the ISO registry. Their bytes are below 0x80 in G0 and above in G1.
 */
enum CodedCharacterSet {
  ASCII(6, "(B", 1, "US-ASCII"),
  JIS_X_0201_ROMAJI(14, "(J", 1, "US-ASCII"),
  JIS_X_0201_KATAKANA(13, ")I", 1, "JIS_X0201"),
  LATIN_1(100, "-A", 1, "ISO-8859-1"),
  LATIN_2(101, "-B", 1, "ISO-8859-2"),
  LATIN_3(109, "-C", 1, "ISO-8859-3"),
  LATIN_4(110, "-D", 1, "ISO-8859-4"),
  LATIN_5(148, "-M", 1, "ISO-8859-9"),
  LATIN_9(203, "-b", 1, "ISO-8859-15"),
  CYRILLIC(144, "-L", 1, "ISO-8859-5"),
  ARABIC(127, "-G", 1, "ISO-8859-6"),
  GREEK(126, "-F", 1, "ISO-8859-7"),
  HEBREW(138, "-H", 1, "ISO-8859-8"),
  THAI(166, "-T", 1, "TIS-620"),
  JIS_X_0208(87, "$B", 2, "x-JIS0208"),
  JIS_X_0212(159, "$(D", 2, "JIS_X0212-1990"),
  KS_X_1001(149, "$)C", 2, "EUC-KR"),
  GB_2312(58, "$)A", 2, "GB2312");

  private final int registration;
  private final byte[] escape;
  private final int width;
  private final String charsetName;

  /** Looked up when it is needed: most programs need one or two. */
  private Charset charset;

  CodedCharacterSet(int registration, String escape, int width, String charsetName) {
    this.registration = registration;
    this.escape = escape.getBytes(StandardCharsets.US_ASCII);
    this.width = width;
    this.charsetName = charsetName;
  }

  static Optional<CodedCharacterSet> of(int registration) {
    return Stream.of(values()).filter(set -> set.registration == registration).findFirst();
  }

  /** The set that the bytes behind an ESC call; empty if they call none. */
  static Optional<CodedCharacterSet> calledAt(byte[] bytes, int offset) {
    return Stream.of(values()).filter(set -> set.isCalledAt(bytes, offset)).findFirst();
  }

  private boolean isCalledAt(byte[] bytes, int offset) {
    int end = offset + escape.length;
    return end <= bytes.length && Arrays.equals(bytes, offset, end, escape, 0, escape.length);
  }

  private Charset charset() {
    if (charset == null) {
      charset = Charset.forName(charsetName);
    }
    return charset;
  }

  /** Without the ESC. */
  byte[] escape() {
    return escape;
  }

  /** Bytes of a character. */
  int width() {
    return width;
  }

  boolean isG0() {
    return switch (this) {
      case ASCII, JIS_X_0201_ROMAJI, JIS_X_0208, JIS_X_0212 -> true;
      default -> false;
    };
  }

  /** The text of one character's bytes; U+FFFD if it has none. */
  String decode(byte[] bytes, int offset) {
    if (offset + width > bytes.length) {
      return "\uFFFD";
    }
    if (this == JIS_X_0201_ROMAJI) {
      return switch (bytes[offset]) {
        case 0x5C -> "\u00A5";
        case 0x7E -> "\u203E";
        default -> String.valueOf((char) bytes[offset]);
      };
    }
    return new String(bytes, offset, width, charset());
  }

  /** The bytes of one character; empty if the set does not have it. */
  Optional<byte[]> encode(int codePoint) {
    if (this == JIS_X_0201_ROMAJI) {
      return switch (codePoint) {
        case 0xA5 -> Optional.of(new byte[] {0x5C});
        case 0x203E -> Optional.of(new byte[] {0x7E});
        case '\\', '~' -> Optional.empty();
        default -> ASCII.encode(codePoint);
      };
    }
    try {
      ByteBuffer bytes =
          charset().newEncoder().encode(CharBuffer.wrap(Character.toString(codePoint)));
      boolean mine = bytes.remaining() == width && bytes.get(0) >= 0 == isG0();
      return mine ? Optional.of(Arrays.copyOf(bytes.array(), width)) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
