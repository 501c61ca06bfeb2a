package org.dicomgateway.dicom.json;

import java.util.HexFormat;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import tools.jackson.core.JsonGenerator;

/** Attribute objects and what is in them (PS3.18 §F.2.2). */
final class JsonDataSetWriter {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final JsonGenerator json;
  private final BulkDataUris uris;

  JsonDataSetWriter(JsonGenerator json, BulkDataUris uris) {
    this.json = json;
    this.uris = uris;
  }

  /**
   * @param path of the data set: empty, or an item's with a slash at its end
   */
  void write(Attributes dataSet, String path) {
    json.writeStartObject();
    for (Element element : dataSet) {
      if (element.tag() >>> 16 != 2 && (element.tag() & 0xFFFF) != 0) {
        writeAttribute(dataSet, element, path);
      }
    }
    json.writeEndObject();
  }

  private void writeAttribute(Attributes dataSet, Element element, String path) {
    String name = HEX.toHexDigits(element.tag());
    json.writeName(name);
    json.writeStartObject();
    switch (element.value()) {
      case Value.Sequence(List<Attributes> items) -> {
        json.writeStringProperty("vr", VR.SQ.name());
        writeItems(items, path + name);
      }
      case Value.Bytes(byte[] bytes) -> {
        json.writeStringProperty("vr", element.vr().name());
        if (element.vr().kind() != VR.Kind.BINARY) {
          new JsonValueWriter(json).write(dataSet, element);
        } else if (bytes.length > 0) {
          json.writeName("InlineBinary");
          json.writeBinary(bytes);
        }
      }
      case Value.BulkData bulkData -> writeUri(element, path + name);
      case Value.Fragments fragments -> writeUri(element, path + name);
    }
    json.writeEndObject();
  }

  private void writeUri(Element element, String path) {
    json.writeStringProperty("vr", element.vr().name());
    uris.uriOf(path, element).ifPresent(uri -> json.writeStringProperty("BulkDataURI", uri));
  }

  /** A sequence without items has no Value (§F.2.5), an empty item is an empty object. */
  private void writeItems(List<Attributes> items, String path) {
    if (items.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("Value");
    int number = 1;
    for (Attributes item : items) {
      write(item, path + "/" + number++ + "/");
    }
    json.writeEndArray();
  }
}
