package org.dicomgateway.dicom.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.encoding.DicomParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Data sets out of JSON objects, whatever the order of their properties is. */
final class JsonDataSetReader {
  private final JsonParser json;
  private final Function<String, Value> bulkData;
  private int tag;
  private boolean beyondAscii;

  JsonDataSetReader(JsonParser json, Function<String, Value> bulkData) {
    this.json = json;
    this.bulkData = bulkData;
  }

  /** Reads the object the parser stands on, or before. */
  Attributes read() throws DicomParseException {
    try {
      if (json.currentToken() == null) {
        json.nextToken();
      }
      expect(JsonToken.START_OBJECT);
      json.nextToken();
      Attributes dataSet = dataSet();
      return beyondAscii ? inUtf8(dataSet) : dataSet;
    } catch (JacksonException e) {
      throw error(e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw error(e.getMessage());
    }
  }

  /** The parser stands on the first name, or on the closing brace; afterwards on that. */
  private Attributes dataSet() {
    Attributes dataSet = new Attributes();
    while (json.currentToken() != JsonToken.END_OBJECT) {
      tag = tagOf(json.currentName());
      json.nextToken();
      expect(JsonToken.START_OBJECT);
      dataSet.put(attribute(tag));
      json.nextToken();
    }
    return dataSet.contains(Tag.SpecificCharacterSet) ? inUtf8(dataSet) : dataSet;
  }

  private static Attributes inUtf8(Attributes dataSet) {
    return dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
  }

  private static int tagOf(String name) {
    if (!isTag(name)) {
      throw new IllegalArgumentException("no tag of eight hexadecimal digits: " + name);
    }
    return Integer.parseUnsignedInt(name, 16);
  }

  private static boolean isTag(String name) {
    return name.length() == 8 && name.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private Element attribute(int attributeTag) {
    VR vr = null;
    Value stored = null;
    List<Object> values = List.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String property = json.currentName();
      json.nextToken();
      switch (property) {
        case "vr" -> vr = VR.valueOf(json.getString());
        case "Value" -> values = values();
        case "InlineBinary" -> stored = new Value.Bytes(single(json::getBinaryValue));
        case "BulkDataURI" -> stored = bulkData.apply(single(json::getString));
        default -> json.skipChildren();
      }
    }
    tag = attributeTag;
    if (vr == null) {
      throw new IllegalArgumentException("no vr");
    }
    return new Element(attributeTag, vr, stored == null ? JsonValues.of(vr, values) : stored);
  }

  /** The examples of PS3.18 §F.4 have their one string in an array. */
  private <T> T single(Supplier<T> value) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return value.get();
    }
    json.nextToken();
    T only = value.get();
    json.nextToken();
    expect(JsonToken.END_ARRAY);
    return only;
  }

  /** Strings, numbers as strings, names, items, and null for empty values. */
  private List<Object> values() {
    expect(JsonToken.START_ARRAY);
    List<Object> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(
          switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT -> object();
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> string();
            default -> throw new IllegalArgumentException("no value: " + json.getString());
          });
    }
    return values;
  }

  /** An item has tags for names, a person's name has component groups. */
  private Object object() {
    json.nextToken();
    boolean item = json.currentToken() == JsonToken.END_OBJECT || isTag(json.currentName());
    return item ? dataSet() : personName();
  }

  private String personName() {
    String[] groups = {"", "", ""};
    while (json.currentToken() != JsonToken.END_OBJECT) {
      String property = json.currentName();
      json.nextToken();
      switch (property) {
        case "Alphabetic" -> groups[0] = string();
        case "Ideographic" -> groups[1] = string();
        case "Phonetic" -> groups[2] = string();
        default -> json.skipChildren();
      }
      json.nextToken();
    }
    return String.join("=", groups).replaceFirst("=+$", "");
  }

  private String string() {
    String text = json.getString();
    beyondAscii |= text.chars().anyMatch(c -> c > 0x7F);
    return text;
  }

  private void expect(JsonToken token) {
    if (json.currentToken() != token) {
      throw new IllegalArgumentException(token + " expected, not " + json.currentToken());
    }
  }

  private DicomParseException error(String reason) {
    long position = Math.max(0, json.currentTokenLocation().getByteOffset());
    return new DicomParseException(position, tag, "no DICOM JSON (" + reason + ")");
  }
}
