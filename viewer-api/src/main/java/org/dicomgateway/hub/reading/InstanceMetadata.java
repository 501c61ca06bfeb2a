package org.dicomgateway.hub.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.json.DicomJson;
import org.dicomgateway.hub.index.IndexedInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An instance's DICOM JSON (PS3.18 §F), to be read and mended. Not thread-safe. */
public final class InstanceMetadata {
  private static final JsonMapper JSON = DicomJson.mapperBuilder().build();

  private final ObjectNode json;

  private InstanceMetadata(ObjectNode json) {
    this.json = json;
  }

  static InstanceMetadata of(IndexedInstance instance) {
    return new InstanceMetadata((ObjectNode) JSON.readTree(instance.metadata()));
  }

  /**
   * UTF-8 of the object, with absolute addresses of the values that are not part of it.
   *
   * @param instanceAddress of the instance's WADO-RS resource
   */
  public byte[] withBulkDataAt(String instanceAddress) {
    makeAbsolute(json, instanceAddress);
    return JSON.writeValueAsBytes(json);
  }

  private static void makeAbsolute(ObjectNode dataSet, String instanceAddress) {
    for (JsonNode element : dataSet) {
      String uri = element.path("BulkDataURI").asString("");
      if (uri.startsWith("bulkdata/")) {
        ((ObjectNode) element).put("BulkDataURI", instanceAddress + "/" + uri);
      }
      for (JsonNode item : element.path("Value")) {
        if (item instanceof ObjectNode nested) {
          makeAbsolute(nested, instanceAddress);
        }
      }
    }
  }

  /** The first value as text; empty if there is none. */
  public Optional<String> string(int tag) {
    JsonNode value = json.path(key(tag)).path("Value").path(0);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asString()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** The first value as a whole number; empty if there is none. */
  public OptionalInt integer(int tag) {
    List<Integer> values = integers(tag);
    return values.isEmpty() ? OptionalInt.empty() : OptionalInt.of(values.getFirst());
  }

  /** All values that are whole numbers, be they written as numbers or as text. */
  List<Integer> integers(int tag) {
    return json.path(key(tag))
        .path("Value")
        .valueStream()
        .map(value -> value.asString("").strip())
        .filter(text -> text.matches("[+-]?[0-9]{1,9}"))
        .map(Integer::valueOf)
        .toList();
  }

  /** The first value as a number; empty if there is none. */
  Optional<Double> decimal(int tag) {
    try {
      return string(tag).map(String::strip).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean contains(int tag) {
    return json.has(key(tag));
  }

  /** The value representation of an element; empty if it is absent. */
  Optional<VR> vr(int tag) {
    String name = json.path(key(tag)).path("vr").asString("");
    return name.length() == 2 ? VR.of(name.charAt(0), name.charAt(1)) : Optional.empty();
  }

  /**
   * Where a value lies that is not part of the JSON.
   *
   * @param path tag and, within sequences, item numbers from 1: {@code 54000100/1/54001010}
   */
  public Optional<BulkDataLocation> bulkData(String path) {
    JsonNode element = element(path);
    String uri = element.path("BulkDataURI").asString("");
    return uri.isEmpty() ? Optional.empty() : BulkDataLocation.parse(uri, vrOf(element));
  }

  /** Bytes of a value that is part of the JSON. */
  public Optional<byte[]> inlineBinary(String path) {
    JsonNode value = element(path).path("InlineBinary");
    return value.isString()
        ? Optional.of(Base64.getDecoder().decode(value.asString()))
        : Optional.empty();
  }

  /** Bytes of a value wherever it is, little endian; empty if there is none. */
  Optional<byte[]> binary(int tag, ByteSource source) throws IOException {
    Optional<byte[]> inline = inlineBinary(key(tag));
    Optional<BulkDataLocation> location = bulkData(key(tag));
    if (inline.isPresent() || location.isEmpty()) {
      return inline;
    }
    try (InputStream value = location.get().open(source)) {
      return Optional.of(value.readAllBytes());
    }
  }

  private JsonNode element(String path) {
    String[] steps = path.split("/");
    JsonNode element = json.path(steps[0]);
    for (int i = 1; i + 1 < steps.length; i += 2) {
      int item = steps[i].matches("[0-9]{1,6}") ? Integer.parseInt(steps[i]) : 0;
      element = element.path("Value").path(item - 1).path(steps[i + 1]);
    }
    return element;
  }

  private static VR vrOf(JsonNode element) {
    String name = element.path("vr").asString("UN");
    return VR.of(name.charAt(0), name.charAt(1)).orElse(VR.UN);
  }

  void setString(int tag, VR vr, String value) {
    ArrayNode values = JSON.createArrayNode().add(value);
    json.set(key(tag), JSON.createObjectNode().put("vr", vr.name()).set("Value", values));
  }

  void setInteger(int tag, VR vr, int value) {
    ArrayNode values = JSON.createArrayNode().add(value);
    json.set(key(tag), JSON.createObjectNode().put("vr", vr.name()).set("Value", values));
  }

  void setBytes(int tag, VR vr, byte[] littleEndian) {
    String text = Base64.getEncoder().encodeToString(littleEndian);
    json.set(key(tag), JSON.createObjectNode().put("vr", vr.name()).put("InlineBinary", text));
  }

  void remove(int tag) {
    json.remove(key(tag));
  }

  static String key(int tag) {
    return "%08X".formatted(tag);
  }
}
