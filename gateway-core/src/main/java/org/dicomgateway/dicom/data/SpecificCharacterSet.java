package org.dicomgateway.dicom.data;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** How the bytes of text elements become characters (PS3.3 §C.12.1.1.2, PS3.5 §6.1). */
public final class SpecificCharacterSet {
  public static final SpecificCharacterSet DEFAULT = of(List.of());
  public static final SpecificCharacterSet UTF_8 = of(List.of("ISO_IR 192"));

  private SpecificCharacterSet() {}

  /** The character set that values of Specific Character Set (0008,0005) name. */
  public static SpecificCharacterSet of(List<String> definedTerms) {
    return new SpecificCharacterSet();
  }

  public String decode(byte[] bytes, VR vr) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public byte[] encode(String text, VR vr) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
