package org.dicomgateway.dicom.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.PersonName;
import org.dicomgateway.dicom.data.VR;
import tools.jackson.core.JsonGenerator;

/** The {@code Value} array of an attribute (PS3.18 §F.2.3 and §F.2.4). */
final class JsonValueWriter {
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  /** Beyond, doubles and so the numbers of JavaScript are not exact. */
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  private final JsonGenerator json;

  JsonValueWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes nothing if there is no value (§F.2.5). */
  void write(Attributes dataSet, Element element) {
    List<String> values = dataSet.strings(element.tag());
    if (values.isEmpty() || values.size() == 1 && values.getFirst().isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("Value");
    switch (element.vr()) {
      case FL, FD -> writeFloats(element);
      default -> values.forEach(value -> writeText(value, element.vr()));
    }
    json.writeEndArray();
  }

  private void writeText(String value, VR vr) {
    if (value.isEmpty()) {
      json.writeNull();
      return;
    }
    switch (vr) {
      case US, SS, UL, SL -> json.writeNumber(value);
      case UV, SV -> writeLong(value);
      case IS -> writeNumber(value, INTEGER);
      case DS -> writeNumber(value, DECIMAL);
      case PN -> writeName(PersonName.parse(value));
      default -> json.writeString(value);
    }
  }

  private void writeLong(String value) {
    if (new BigDecimal(value).abs().compareTo(BigDecimal.valueOf(EXACT_IN_DOUBLE)) <= 0) {
      json.writeNumber(value);
    } else {
      json.writeString(value);
    }
  }

  /** What DICOM takes for a number but JSON does not, such as +5 and .5, is written anew. */
  private void writeNumber(String value, Pattern valid) {
    String digits = value.strip();
    if (!valid.matcher(digits).matches() || Double.isInfinite(Double.parseDouble(digits))) {
      json.writeString(value);
    } else if (JSON_NUMBER.matcher(digits).matches()) {
      json.writeNumber(digits);
    } else {
      json.writeNumber(new BigDecimal(digits).toString());
    }
  }

  private void writeFloats(Element element) {
    for (double value : element.doubles()) {
      if (!Double.isFinite(value)) {
        json.writeString(Double.toString(value));
      } else if (element.vr() == VR.FL) {
        json.writeNumber((float) value);
      } else {
        json.writeNumber(value);
      }
    }
  }

  private void writeName(PersonName name) {
    json.writeStartObject();
    writeGroup("Alphabetic", name.alphabetic());
    writeGroup("Ideographic", name.ideographic());
    writeGroup("Phonetic", name.phonetic());
    json.writeEndObject();
  }

  private void writeGroup(String property, String group) {
    if (!group.isEmpty()) {
      json.writeStringProperty(property, group);
    }
  }
}
