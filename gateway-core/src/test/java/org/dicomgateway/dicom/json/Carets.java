package org.dicomgateway.dicom.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Carets at the end of names: delimiters of components that are not there (PS3.5 §6.2.1.1). */
final class Carets {
  private Carets() {}

  /** A name without them, and without groups that are nothing else. */
  static JsonNode stripped(JsonNode name) {
    ObjectNode stripped = JsonNodeFactory.instance.objectNode();
    name.properties()
        .forEach(
            group -> {
              String text = group.getValue().asString().replaceFirst("\\^+$", "");
              if (!text.isEmpty()) {
                stripped.put(group.getKey(), text);
              }
            });
    return stripped;
  }
}
