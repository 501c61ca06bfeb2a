package org.dicomgateway.hub.index;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.dicomgateway.dicom.json.DicomJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A DICOM JSON object (PS3.18 §F.2), read for the few values the index keeps in columns. */
record JsonDataSet(ObjectNode json) {
  static final JsonMapper JSON = DicomJson.mapperBuilder().build();

  static JsonDataSet of(byte[] utf8) {
    return new JsonDataSet((ObjectNode) JSON.readTree(utf8));
  }

  /** The first value as text, empty if there is none; of a name, all component groups. */
  String text(int tag) {
    JsonNode value = json.path(key(tag)).path("Value").path(0);
    if (!value.isObject()) {
      return value.isNull() || value.isMissingNode() ? "" : value.asString().strip();
    }
    String name =
        String.join(
            "=",
            value.path("Alphabetic").asString(""),
            value.path("Ideographic").asString(""),
            value.path("Phonetic").asString(""));
    return name.replaceFirst("=+$", "");
  }

  OptionalLong number(int tag) {
    try {
      return Optional.of(text(tag))
          .filter(text -> !text.isEmpty())
          .map(text -> OptionalLong.of(Long.parseLong(text)))
          .orElse(OptionalLong.empty());
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** UTF-8 of an object with these elements only. */
  byte[] only(Collection<Integer> tags) {
    ObjectNode part = JSON.createObjectNode();
    for (int tag : tags) {
      JsonNode element = json.get(key(tag));
      if (element != null) {
        part.set(key(tag), element);
      }
    }
    return JSON.writeValueAsBytes(part);
  }

  private static String key(int tag) {
    return "%08X".formatted(tag);
  }
}
