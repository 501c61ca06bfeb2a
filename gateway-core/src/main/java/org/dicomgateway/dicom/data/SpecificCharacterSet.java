package org.dicomgateway.dicom.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How the bytes of text elements become characters (PS3.3 §C.12.1.1.2, PS3.5 §6.1).
 *
 * <p>Reading never fails: bytes that mean nothing in the set become U+FFFD, bytes above 0x7F of the
 * default repertoire and of sets that nobody knows are read as Latin-1, and escape sequences are
 * followed whether or not they were announced. Immutable and thread-safe.
 */
public final class SpecificCharacterSet {
  public static final SpecificCharacterSet DEFAULT = of(List.of());
  public static final SpecificCharacterSet UTF_8 = of(List.of("ISO_IR 192"));

  /** A set that stands alone (PS3.3 Table C.12-5): no escape sequences. */
  private final Optional<Charset> whole;

  private final CodeExtensions extensions;

  private SpecificCharacterSet(Optional<Charset> whole, CodeExtensions extensions) {
    this.whole = whole;
    this.extensions = extensions;
  }

  /** The character set that values of Specific Character Set (0008,0005) name. */
  public static SpecificCharacterSet of(List<String> definedTerms) {
    List<CharacterSetTerm> terms = definedTerms.stream().map(CharacterSetTerm::of).toList();
    return new SpecificCharacterSet(
        CharacterSetTerm.standAlone(terms), CharacterSetTerm.extensions(terms));
  }

  /** The text of a value field, values still with backslashes between them. */
  public String decode(byte[] bytes, VR vr) {
    if (whole.isPresent()) {
      return new String(bytes, whole.get());
    }
    return isPlain(bytes)
        ? new String(bytes, StandardCharsets.US_ASCII)
        : extensions.decode(bytes, Delimiters.of(vr));
  }

  /** Most text is: no escape sequence, nothing above 0x7F. */
  private boolean isPlain(byte[] bytes) {
    if (extensions.g0() != CodedCharacterSet.ASCII) {
      return false;
    }
    for (byte b : bytes) {
      if (b < 0 || b == CodeExtensions.ESC) {
        return false;
      }
    }
    return true;
  }

  /**
   * The bytes of a value field, not padded.
   *
   * @throws IllegalArgumentException if the set does not have one of the characters
   */
  public byte[] encode(String text, VR vr) {
    Charset charset = whole.orElse(StandardCharsets.US_ASCII);
    if (whole.isPresent() || isPlain(text)) {
      return encode(text, charset);
    }
    return extensions.encode(text, Delimiters.of(vr));
  }

  private boolean isPlain(String text) {
    return extensions.g0() == CodedCharacterSet.ASCII && text.chars().allMatch(c -> c < 0x80);
  }

  private static byte[] encode(String text, Charset charset) {
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(charset + " does not have every character of: " + text, e);
    }
  }
}
