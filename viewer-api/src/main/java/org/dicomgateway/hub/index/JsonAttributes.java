package org.dicomgateway.hub.index;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import tools.jackson.databind.JsonNode;

/** Attributes from their DICOM JSON object (PS3.18 §F.2); bulk data is left out. */
final class JsonAttributes {
  private JsonAttributes() {}

  static Attributes of(JsonNode object) {
    Attributes attributes = utf8();
    for (Map.Entry<String, JsonNode> element : object.properties()) {
      add(attributes, Integer.parseUnsignedInt(element.getKey(), 16), element.getValue());
    }
    return attributes;
  }

  /** An empty data set whose text is UTF-8. */
  static Attributes utf8() {
    return new Attributes().setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
  }

  private static void add(Attributes attributes, int tag, JsonNode element) {
    if (tag == Tag.SpecificCharacterSet || element.has("BulkDataURI")) {
      return;
    }
    VR vr = VR.valueOf(element.path("vr").asString());
    List<JsonNode> values = new ArrayList<>();
    element.path("Value").forEach(values::add);
    switch (vr.kind()) {
      case STRING, TEXT ->
          attributes.setString(
              tag, vr, values.stream().map(JsonAttributes::text).toArray(String[]::new));
      case INTEGER ->
          attributes.setInt(tag, vr, values.stream().mapToLong(JsonNode::asLong).toArray());
      case FLOAT ->
          attributes.setDouble(tag, vr, values.stream().mapToDouble(JsonNode::asDouble).toArray());
      case TAG -> attributes.setBytes(tag, vr, tags(values));
      case SEQUENCE -> attributes.setItems(tag, values.stream().map(JsonAttributes::of).toList());
      case BINARY ->
          attributes.setBytes(
              tag, vr, Base64.getDecoder().decode(element.path("InlineBinary").asString("")));
    }
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    if (!value.isObject()) {
      return value.asString();
    }
    return String.join(
            "=",
            value.path("Alphabetic").asString(""),
            value.path("Ideographic").asString(""),
            value.path("Phonetic").asString(""))
        .replaceFirst("=+$", "");
  }

  private static byte[] tags(List<JsonNode> values) {
    byte[] bytes = new byte[values.size() * 4];
    for (int i = 0; i < values.size(); i++) {
      int tag = Integer.parseUnsignedInt(values.get(i).asString(), 16);
      bytes[4 * i] = (byte) (tag >> 16);
      bytes[4 * i + 1] = (byte) (tag >> 24);
      bytes[4 * i + 2] = (byte) tag;
      bytes[4 * i + 3] = (byte) (tag >> 8);
    }
    return bytes;
  }
}
