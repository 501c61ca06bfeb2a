package org.dicomgateway.dicom.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Value representations (PS3.5 §6.2).
 *
 * <p>Immutable and thread-safe, as every enum.
 */
public enum VR {
  AE(Kind.STRING, 1, false),
  AS(Kind.STRING, 1, false),
  AT(Kind.TAG, 2, false),
  CS(Kind.STRING, 1, false),
  DA(Kind.STRING, 1, false),
  DS(Kind.STRING, 1, false),
  DT(Kind.STRING, 1, false),
  FD(Kind.FLOAT, 8, false),
  FL(Kind.FLOAT, 4, false),
  IS(Kind.STRING, 1, false),
  LO(Kind.TEXT, 1, false),
  LT(Kind.TEXT, 1, false),
  OB(Kind.BINARY, 1, true),
  OD(Kind.BINARY, 8, true),
  OF(Kind.BINARY, 4, true),
  OL(Kind.BINARY, 4, true),
  OV(Kind.BINARY, 8, true),
  OW(Kind.BINARY, 2, true),
  PN(Kind.TEXT, 1, false),
  SH(Kind.TEXT, 1, false),
  SL(Kind.INTEGER, 4, false),
  SQ(Kind.SEQUENCE, 1, true),
  SS(Kind.INTEGER, 2, false),
  ST(Kind.TEXT, 1, false),
  SV(Kind.INTEGER, 8, true),
  TM(Kind.STRING, 1, false),
  UC(Kind.TEXT, 1, true),
  UI(Kind.STRING, 1, false),
  UL(Kind.INTEGER, 4, false),
  UN(Kind.BINARY, 1, true),
  UR(Kind.STRING, 1, true),
  US(Kind.INTEGER, 2, false),
  UT(Kind.TEXT, 1, true),
  UV(Kind.INTEGER, 8, true);

  /** How the bytes of a value are to be understood. */
  public enum Kind {
    /** Characters of the default repertoire (PS3.5 §6.1.2.1). */
    STRING,
    /** Characters of Specific Character Set (0008,0005). */
    TEXT,
    INTEGER,
    FLOAT,
    /** Attribute tags. */
    TAG,
    BINARY,
    SEQUENCE
  }

  private static final List<Optional<VR>> BY_LETTERS = byLetters();

  private final Kind kind;
  private final int unitLength;
  private final boolean longLength;

  VR(Kind kind, int unitLength, boolean longLength) {
    this.kind = kind;
    this.unitLength = unitLength;
    this.longLength = longLength;
  }

  public Kind kind() {
    return kind;
  }

  /** Bytes of the unit that changes its order in Explicit VR Big Endian: 1, 2, 4 or 8. */
  public int unitLength() {
    return unitLength;
  }

  /** Whether Explicit VR writes two reserved bytes and a length of 32 bits (PS3.5 §7.1.2). */
  public boolean hasLongLength() {
    return longLength;
  }

  /** Whether values are characters. */
  public boolean isCharacters() {
    return kind == Kind.STRING || kind == Kind.TEXT;
  }

  /** Whether a backslash separates values (PS3.5 §6.2); LT, ST, UT and UR have one value. */
  public boolean isMultiValued() {
    return switch (this) {
      case LT, ST, UT, UR, SQ, UN -> false;
      default -> kind != Kind.BINARY;
    };
  }

  /** The byte that fills a value up to an even length (PS3.5 §6.2). */
  public byte padding() {
    return isCharacters() && this != UI ? (byte) ' ' : 0;
  }

  /** The representation that two bytes of an explicit VR element name; empty if there is none. */
  public static Optional<VR> of(int first, int second) {
    boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    return letters ? BY_LETTERS.get(26 * (first - 'A') + second - 'A') : Optional.empty();
  }

  private static List<Optional<VR>> byLetters() {
    List<Optional<VR>> table = new ArrayList<>(Collections.nCopies(26 * 26, Optional.empty()));
    for (VR vr : values()) {
      table.set(26 * (vr.name().charAt(0) - 'A') + vr.name().charAt(1) - 'A', Optional.of(vr));
    }
    return List.copyOf(table);
  }
}
