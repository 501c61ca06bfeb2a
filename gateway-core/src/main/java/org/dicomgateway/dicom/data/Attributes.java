package org.dicomgateway.dicom.data;

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
  private static final int FIRST_BLOCK = 0x10;
  private static final int LAST_BLOCK = 0xFF;

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
    return element == null ? List.of() : ValueText.of(element, characterSetOf(element));
  }

  /** The other representations have one repertoire, so that no data set around is asked. */
  private SpecificCharacterSet characterSetOf(Element element) {
    return element.vr().kind() == VR.Kind.TEXT
        ? specificCharacterSet()
        : SpecificCharacterSet.DEFAULT;
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

  /** The maker whose private element this is (PS3.5 §7.8.1); empty if nobody reserved it. */
  public Optional<String> privateCreator(int tag) {
    int block = tag >>> 8 & 0xFF;
    return (tag & 0x10000) != 0 && block >= FIRST_BLOCK
        ? string(tag & 0xFFFF0000 | block)
        : Optional.empty();
  }

  /**
   * Where a private element of a maker stands here, for makers get any free block (PS3.5 §7.8.1).
   *
   * @param tag its group, and the element's last two digits: {@code 0x00291010} or {@code
   *     0x00290010} for (0029,xx10)
   */
  public OptionalInt privateTag(String creator, int tag) {
    int group = tag & 0xFFFF0000;
    return elements.subMap(group | FIRST_BLOCK, true, group | LAST_BLOCK, true).keySet().stream()
        .filter(reservation -> string(reservation).filter(creator::equals).isPresent())
        .mapToInt(reservation -> group | (reservation & 0xFF) << 8 | tag & 0xFF)
        .findFirst();
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
    return setBytes(tag, vr, ValueText.encode(vr, specificCharacterSet(), values));
  }

  /** Sets numbers of US, SS, UL, SL, SV or UV. */
  public Attributes setInt(int tag, VR vr, long... values) {
    return setBytes(tag, vr, BinaryNumbers.of(vr, values));
  }

  /** Sets numbers of FL or FD. */
  public Attributes setDouble(int tag, VR vr, double... values) {
    return setBytes(tag, vr, BinaryNumbers.of(vr, values));
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
