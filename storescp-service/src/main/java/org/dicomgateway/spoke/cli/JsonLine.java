package org.dicomgateway.spoke.cli;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object on one line, its keys in order. */
final class JsonLine {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private JsonLine() {}

  static String of(Map<String, ?> values) {
    return MAPPER.writeValueAsString(new TreeMap<>(values));
  }
}
