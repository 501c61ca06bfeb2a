package org.dicomgateway.dicom.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values as text, and text as values (PS3.5 §6.2). */
final class ValueText {
  private ValueText() {}

  /** All values without padding; binary numbers in decimal, tags as eight hexadecimal digits. */
  static List<String> of(Element element, SpecificCharacterSet characterSet) {
    if (!(element.value() instanceof Value.Bytes(byte[] bytes)) || bytes.length == 0) {
      return List.of();
    }
    VR vr = element.vr();
    return switch (vr.kind()) {
      case STRING -> split(new String(bytes, StandardCharsets.ISO_8859_1), vr);
      case TEXT -> split(characterSet.decode(bytes, vr), vr);
      case INTEGER ->
          Arrays.stream(element.longs()).mapToObj(value -> integerText(vr, value)).toList();
      case FLOAT -> Arrays.stream(element.doubles()).mapToObj(Double::toString).toList();
      case TAG -> Arrays.stream(element.tags()).mapToObj("%08X"::formatted).toList();
      case BINARY, SEQUENCE -> List.of();
    };
  }

  private static List<String> split(String text, VR vr) {
    if (!vr.isMultiValued() || text.indexOf('\\') < 0) {
      return List.of(stripPadding(text, vr));
    }
    List<String> values = new ArrayList<>();
    for (String value : text.split("\\\\", -1)) {
      values.add(stripPadding(value, vr));
    }
    return values;
  }

  /** Leading spaces are significant where PS3.5 §6.2 says so; trailing padding never is. */
  private static String stripPadding(String text, VR vr) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
      end--;
    }
    String trimmed = text.substring(0, end);
    return switch (vr) {
      case LT, ST, UT, UC, PN, UR -> trimmed;
      default -> trimmed.stripLeading();
    };
  }

  private static String integerText(VR vr, long value) {
    return vr == VR.UV ? Long.toUnsignedString(value) : Long.toString(value);
  }

  /** The bytes of values, padded to an even length. */
  static byte[] encode(VR vr, SpecificCharacterSet characterSet, String... values) {
    String joined = String.join("\\", values);
    byte[] encoded =
        vr.kind() == VR.Kind.TEXT
            ? characterSet.encode(joined, vr)
            : joined.getBytes(StandardCharsets.ISO_8859_1);
    int length = encoded.length;
    if (length % 2 == 1) {
      encoded = Arrays.copyOf(encoded, length + 1);
      encoded[length] = vr.padding();
    }
    return encoded;
  }
}
