package org.dicomgateway.spoke.change;

import java.io.IOException;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;

/**
 * Changes a data set and notes in its Original Attributes Sequence (0400,0561) what it was before
 * (PS3.3 §C.12.1.1.9): replaced and removed attributes with their values, added ones with none.
 * Items that are there stay. For one thread.
 */
final class Coercion {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'+0000'").withZone(ZoneOffset.UTC);

  /** PS3.5 §6.2, of LO. */
  private static final int LONGEST = 64;

  private final Attributes dataSet;
  private final AttributeChanges changes;

  Coercion(Attributes dataSet, AttributeChanges changes) {
    this.dataSet = dataSet;
    this.changes = changes;
  }

  /** What the changes would do, in the order of tags; what is so already is left out. */
  List<ChangedValue> differences() {
    return differing().stream()
        .map(
            attribute ->
                new ChangedValue(
                    attribute.label(),
                    dataSet.element(attribute.tag()).map(this::text),
                    Optional.ofNullable(changes.set().get(attribute.name()))
                        .map(values -> String.join("\\", values))))
        .toList();
  }

  private List<ChangeableAttribute> differing() {
    List<ChangeableAttribute> differing = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : changes.set().entrySet()) {
      ChangeableAttribute attribute = ChangeableAttribute.of(entry.getKey());
      if (!has(attribute, entry.getValue())) {
        differing.add(attribute);
      }
    }
    for (String name : changes.remove()) {
      ChangeableAttribute attribute = ChangeableAttribute.of(name);
      if (dataSet.contains(attribute.tag())) {
        differing.add(attribute);
      }
    }
    differing.sort((one, other) -> Integer.compareUnsigned(one.tag(), other.tag()));
    return differing;
  }

  private boolean has(ChangeableAttribute attribute, List<String> values) {
    return dataSet.contains(attribute.tag())
        && dataSet.element(attribute.tag()).orElseThrow().value() instanceof Value.Bytes
        && dataSet.strings(attribute.tag()).equals(values);
  }

  private String text(Element element) {
    return switch (element.value()) {
      case Value.Sequence(List<Attributes> items) -> "%d items".formatted(items.size());
      case Value.Bytes(byte[] bytes) when element.vr().kind() == VR.Kind.BINARY ->
          "%d bytes".formatted(bytes.length);
      case Value.Bytes _ -> String.join("\\", dataSet.strings(element.tag()));
      case Value.BulkData bulk -> "%d bytes".formatted(bulk.range().length());
      case Value.Fragments _ -> "fragments";
    };
  }

  /**
   * Changes the data set.
   *
   * @return whether there was anything to change
   * @throws IOException if it cannot be: the data set is to be left as it was then
   */
  boolean apply(Modification modification) throws IOException {
    List<ChangeableAttribute> differing = differing();
    if (differing.isEmpty()) {
      return false;
    }
    List<Attributes> notes = new ArrayList<>(notes());
    Attributes before = new Attributes(dataSet);
    differing.forEach(attribute -> note(attribute, before));
    if (needsUtf8(differing)) {
      // In the item, too: the values in it stay the bytes they were.
      dataSet.element(Tag.SpecificCharacterSet).ifPresent(before::put);
      Utf8Header.convert(dataSet);
    }
    differing.forEach(this::change);
    notes.add(note(before, modification));
    dataSet.setItems(Tag.OriginalAttributesSequence, notes);
    return true;
  }

  private List<Attributes> notes() throws IOException {
    Optional<Element> notes = dataSet.element(Tag.OriginalAttributesSequence);
    if (notes.isPresent() && !(notes.get().value() instanceof Value.Sequence)) {
      throw new IOException("its Original Attributes Sequence (0400,0561) is no sequence");
    }
    return dataSet.items(Tag.OriginalAttributesSequence);
  }

  private void note(ChangeableAttribute attribute, Attributes before) {
    int tag = attribute.tag();
    before.put(
        dataSet.element(tag).orElseGet(() -> new Element(tag, attribute.vr(), Value.Bytes.EMPTY)));
    int maker = tag & 0xFFFF0000 | tag >>> 8 & 0xFF;
    if (dataSet.privateCreator(tag).isPresent()) {
      dataSet.element(maker).ifPresent(before::put);
    }
  }

  private boolean needsUtf8(List<ChangeableAttribute> differing) {
    try {
      for (ChangeableAttribute attribute : differing) {
        List<String> values = changes.set().get(attribute.name());
        if (values != null && attribute.vr().kind() == VR.Kind.TEXT) {
          dataSet.specificCharacterSet().encode(String.join("\\", values), attribute.vr());
        }
      }
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private void change(ChangeableAttribute attribute) {
    List<String> values = changes.set().get(attribute.name());
    if (values == null) {
      dataSet.remove(attribute.tag());
    } else {
      set(attribute.tag(), attribute.vr(), values);
    }
  }

  private void set(int tag, VR vr, List<String> values) {
    switch (vr.kind()) {
      case INTEGER ->
          dataSet.setInt(
              tag,
              vr,
              values.stream().mapToLong(text -> new BigInteger(text).longValue()).toArray());
      case FLOAT ->
          dataSet.setDouble(tag, vr, values.stream().mapToDouble(Double::parseDouble).toArray());
      default -> dataSet.setString(tag, vr, values.toArray(String[]::new));
    }
  }

  private static Attributes note(Attributes before, Modification modification) {
    String system = modification.system();
    return new Attributes()
        .setItems(Tag.ModifiedAttributesSequence, List.of(before))
        .setString(Tag.AttributeModificationDateTime, VR.DT, DATE_TIME.format(modification.at()))
        .setString(
            Tag.ModifyingSystem, VR.LO, system.substring(0, Math.min(LONGEST, system.length())))
        .setString(Tag.SourceOfPreviousValues, VR.LO, modification.source())
        .setString(Tag.ReasonForTheAttributeModification, VR.CS, "COERCE");
  }
}
