package org.dicomgateway.dicom.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another toolkit made of a file. */
sealed interface PeerAnswer {
  JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
              .build());

  static PeerAnswer ofJson(String json) {
    return new Json(MAPPER.readTree(json));
  }

  record Json(JsonNode tree) implements PeerAnswer {}

  record Refusal(String reason) implements PeerAnswer {}
}
