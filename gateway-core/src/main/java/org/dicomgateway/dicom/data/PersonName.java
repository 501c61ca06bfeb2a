package org.dicomgateway.dicom.data;

/**
 * A person's name in its three component groups (PS3.5 §6.2.1.1).
 *
 * @param alphabetic {@code NGUYỄN^VĂN AN}; empty if absent
 * @param ideographic empty if absent
 * @param phonetic empty if absent
 */
public record PersonName(String alphabetic, String ideographic, String phonetic) {

  /** Splits a value at its equals signs. */
  public static PersonName parse(String value) {
    String[] groups = value.split("=", 3);
    return new PersonName(
        groups[0].strip(),
        groups.length > 1 ? groups[1].strip() : "",
        groups.length > 2 ? groups[2].strip() : "");
  }
}
