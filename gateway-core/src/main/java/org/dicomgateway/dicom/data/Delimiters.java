package org.dicomgateway.dicom.data;

/** Characters before which a value is back in its first character set (PS3.5 §6.1.2.5.3). */
enum Delimiters {
  NONE(""),
  VALUES("\\"),
  NAME_COMPONENTS("\\^=");

  private final String characters;

  Delimiters(String characters) {
    this.characters = characters;
  }

  static Delimiters of(VR vr) {
    if (vr == VR.PN) {
      return NAME_COMPONENTS;
    }
    return vr.isMultiValued() ? VALUES : NONE;
  }

  boolean contains(byte b) {
    return characters.indexOf(b) >= 0;
  }
}
