package org.dicomgateway.dicom.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;

/** Value fields out of the members of a {@code Value} array (PS3.18 §F.2.3), text as UTF-8. */
final class JsonValues {
  private JsonValues() {}

  /**
   * @param values strings, {@link Attributes} and null
   * @throws IllegalArgumentException if a value cannot be one of this representation
   */
  static Value of(VR vr, List<Object> values) {
    if (vr.kind() == VR.Kind.SEQUENCE) {
      return new Value.Sequence(values.stream().map(JsonValues::item).toList());
    }
    List<String> texts = values.stream().map(JsonValues::text).toList();
    return texts.isEmpty() ? Value.Bytes.EMPTY : new Value.Bytes(field(vr, texts));
  }

  private static byte[] field(VR vr, List<String> texts) {
    int anyTag = Tag.TextValue;
    Attributes field = new Attributes().setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    switch (vr.kind()) {
      case INTEGER ->
          field.setInt(anyTag, vr, texts.stream().mapToLong(text -> integer(vr, text)).toArray());
      case FLOAT ->
          field.setDouble(anyTag, vr, texts.stream().mapToDouble(Double::parseDouble).toArray());
      case TAG ->
          field.setInt(anyTag, VR.US, texts.stream().flatMapToLong(JsonValues::words).toArray());
      case STRING, TEXT -> field.setString(anyTag, vr, texts.toArray(String[]::new));
      default -> throw new IllegalArgumentException(vr + " has no Value but an InlineBinary");
    }
    return field.bytes(anyTag).orElseThrow();
  }

  private static Attributes item(Object value) {
    return switch (value) {
      case null -> new Attributes();
      case Attributes item -> item;
      default -> throw new IllegalArgumentException("no item: " + value);
    };
  }

  /** An empty object is an empty name, too. */
  private static String text(Object value) {
    if (value instanceof Attributes item) {
      if (!item.isEmpty()) {
        throw new IllegalArgumentException("an item in what is no sequence");
      }
      return "";
    }
    return Objects.toString(value, "");
  }

  private static long integer(VR vr, String text) {
    BigInteger value = new BigDecimal(text).toBigIntegerExact();
    boolean signed = vr == VR.SS || vr == VR.SL || vr == VR.SV;
    int bits = 8 * vr.unitLength() - (signed ? 1 : 0);
    if (value.bitLength() > bits || !signed && value.signum() < 0) {
      throw new IllegalArgumentException("no " + vr + ": " + text);
    }
    return value.longValue();
  }

  private static LongStream words(String tag) {
    int number = Integer.parseUnsignedInt(tag, 16);
    return LongStream.of(number >>> 16, number & 0xFFFF);
  }
}
