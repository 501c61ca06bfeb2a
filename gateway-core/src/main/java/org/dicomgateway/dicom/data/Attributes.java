package org.dicomgateway.dicom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A data set: elements in the order of their tags (PS3.5 §7.1).
 *
 * <p>Values keep the bytes they came with; text is decoded when it is asked for, by this data set's
 * Specific Character Set (0008,0005) or, in an item without one, by that of the data set around it.
 * Not thread-safe.
 */
public final class Attributes implements Iterable<Element> {
  private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
  private Attributes parent;
  private SpecificCharacterSet characterSet;

  public Attributes() {}

  /** An item of a data set that is still being read: it can ask what stands around it. */
  public Attributes(Attributes parent) {
    this.parent = parent;
  }

  /** The data set whose item this is; empty if it stands for itself. */
  public Optional<Attributes> parent() {
    return Optional.ofNullable(parent);
  }

  public boolean isEmpty() {
    return elements.isEmpty();
  }

  public int size() {
    return elements.size();
  }

  public boolean contains(int tag) {
    return elements.containsKey(tag);
  }

  public Optional<Element> element(int tag) {
    return Optional.ofNullable(elements.get(tag));
  }

  @Override
  public Iterator<Element> iterator() {
    return Collections.unmodifiableCollection(elements.values()).iterator();
  }

  /** The character set that text in this data set is encoded in. */
  public SpecificCharacterSet specificCharacterSet() {
    if (characterSet == null) {
      Element element = elements.get(Tag.SpecificCharacterSet);
      if (element != null) {
        characterSet = SpecificCharacterSet.of(strings(Tag.SpecificCharacterSet));
      } else {
        return parent == null ? SpecificCharacterSet.DEFAULT : parent.specificCharacterSet();
      }
    }
    return characterSet;
  }

  /** The first value as text without padding; empty if the element is absent or has no value. */
  public Optional<String> string(int tag) {
    List<String> values = strings(tag);
    return values.isEmpty() || values.getFirst().isEmpty()
        ? Optional.empty()
        : Optional.of(values.getFirst());
  }

  /** All values as text without padding; binary numbers in decimal. */
  public List<String> strings(int tag) {
    Element element = elements.get(tag);
    if (element == null || !(element.value() instanceof Value.Bytes(byte[] bytes))) {
      return List.of();
    }
    VR vr = element.vr();
    if (vr.isCharacters()) {
      return characters(bytes, vr);
    }
    return switch (vr.kind()) {
      case INTEGER ->
          Arrays.stream(longs(element)).mapToObj(value -> integerText(vr, value)).toList();
      case FLOAT -> Arrays.stream(doubles(element)).mapToObj(Double::toString).toList();
      case TAG -> Arrays.stream(tags(bytes)).mapToObj("%08X"::formatted).toList();
      default -> List.of();
    };
  }

  private List<String> characters(byte[] bytes, VR vr) {
    if (bytes.length == 0) {
      return List.of();
    }
    String text =
        vr.kind() == VR.Kind.TEXT
            ? specificCharacterSet().decode(bytes, vr)
            : new String(bytes, StandardCharsets.ISO_8859_1);
    if (!vr.isMultiValued()) {
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

  /** The first value as a whole number; empty if absent or not a whole number of 32 bits. */
  public OptionalInt integer(int tag) {
    Optional<String> text = string(tag);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text.get().strip()));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** The first value as a number; empty if absent or not a number. */
  public OptionalDouble decimal(int tag) {
    Optional<String> text = string(tag);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text.get().strip()));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** The items of a sequence; none if absent. */
  public List<Attributes> items(int tag) {
    Element element = elements.get(tag);
    return element != null && element.value() instanceof Value.Sequence(List<Attributes> items)
        ? items
        : List.of();
  }

  /** The value's bytes, little endian; empty if absent, a sequence, or left in the file. */
  public Optional<byte[]> bytes(int tag) {
    Element element = elements.get(tag);
    return element != null && element.value() instanceof Value.Bytes(byte[] bytes)
        ? Optional.of(bytes)
        : Optional.empty();
  }

  /** Values of US, SS, UL, SL, UV or SV; UV as the 64 bits it has. A rest too short is left out. */
  public static long[] longs(Element element) {
    if (!(element.value() instanceof Value.Bytes(byte[] bytes))) {
      return new long[0];
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long[] values = new long[bytes.length / element.vr().unitLength()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (element.vr()) {
            case US -> Short.toUnsignedInt(buffer.getShort());
            case SS -> buffer.getShort();
            case UL -> Integer.toUnsignedLong(buffer.getInt());
            case SL -> buffer.getInt();
            case UV, SV -> buffer.getLong();
            default -> throw new IllegalArgumentException(element.vr() + " holds no integers");
          };
    }
    return values;
  }

  /** Values of FL or FD. A rest too short is left out. */
  public static double[] doubles(Element element) {
    if (!(element.value() instanceof Value.Bytes(byte[] bytes))) {
      return new double[0];
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[bytes.length / element.vr().unitLength()];
    for (int i = 0; i < values.length; i++) {
      values[i] = element.vr() == VR.FL ? buffer.getFloat() : buffer.getDouble();
    }
    return values;
  }

  /** Values of AT. A rest too short is left out. */
  public static int[] tags(byte[] littleEndian) {
    ByteBuffer buffer = ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN);
    int[] tags = new int[littleEndian.length / 4];
    for (int i = 0; i < tags.length; i++) {
      tags[i] =
          Short.toUnsignedInt(buffer.getShort()) << 16 | Short.toUnsignedInt(buffer.getShort());
    }
    return tags;
  }

  /** Puts an element in its place; the last one wins where a tag comes twice. */
  public Attributes put(Element element) {
    elements.put(element.tag(), element);
    if (element.tag() == Tag.SpecificCharacterSet) {
      characterSet = null;
    }
    if (element.value() instanceof Value.Sequence(List<Attributes> items)) {
      items.forEach(item -> item.parent = this);
    }
    return this;
  }

  /** A copy with this element put in; items are shared and stay items of this data set. */
  public Attributes with(Element element) {
    Attributes copy = new Attributes(parent);
    copy.elements.putAll(elements);
    return copy.put(element);
  }

  public Attributes remove(int tag) {
    elements.remove(tag);
    if (tag == Tag.SpecificCharacterSet) {
      characterSet = null;
    }
    return this;
  }

  /** Sets text, encoded in this data set's character set, padded to an even length. */
  public Attributes setString(int tag, VR vr, String... values) {
    String joined = String.join("\\", values);
    byte[] encoded =
        vr.kind() == VR.Kind.TEXT
            ? specificCharacterSet().encode(joined, vr)
            : joined.getBytes(StandardCharsets.ISO_8859_1);
    int length = encoded.length;
    if (length % 2 == 1) {
      encoded = Arrays.copyOf(encoded, length + 1);
      encoded[length] = vr.padding();
    }
    return setBytes(tag, vr, encoded);
  }

  /** Sets numbers of US, SS, UL, SL, SV or UV. */
  public Attributes setInt(int tag, VR vr, long... values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * vr.unitLength()).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      switch (vr) {
        case US, SS -> buffer.putShort((short) value);
        case UL, SL -> buffer.putInt((int) value);
        case UV, SV -> buffer.putLong(value);
        default -> throw new IllegalArgumentException(vr + " holds no integers");
      }
    }
    return setBytes(tag, vr, buffer.array());
  }

  /** Sets numbers of FL or FD. */
  public Attributes setDouble(int tag, VR vr, double... values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * vr.unitLength()).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (vr == VR.FL) {
        buffer.putFloat((float) value);
      } else {
        buffer.putDouble(value);
      }
    }
    return setBytes(tag, vr, buffer.array());
  }

  public Attributes setBytes(int tag, VR vr, byte[] littleEndian) {
    return put(new Element(tag, vr, new Value.Bytes(littleEndian)));
  }

  public Attributes setItems(int tag, Collection<Attributes> items) {
    return put(new Element(tag, VR.SQ, new Value.Sequence(List.copyOf(items))));
  }

  /** Whether the other holds equal elements; ranges of values left in a file are compared too. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes attributes && elements.equals(attributes.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    return elements.values().toString();
  }
}
