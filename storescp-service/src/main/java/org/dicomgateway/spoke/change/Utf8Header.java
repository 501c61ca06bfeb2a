package org.dicomgateway.spoke.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.SpecificCharacterSet;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;

/**
 * Text of a data set in UTF-8, ISO_IR 192 (PS3.3 §C.12.1.1.2). Items that name a character set of
 * their own stay as they are.
 */
final class Utf8Header {
  private record Text(Attributes holder, int tag, VR vr, String value) {}

  private Utf8Header() {}

  /**
   * Converts every text.
   *
   * @throws IOException if one cannot be read in the character set it is said to be in; nothing has
   *     changed then
   */
  static void convert(Attributes dataSet) throws IOException {
    List<Text> texts = new ArrayList<>();
    read(dataSet, texts);
    dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    texts.forEach(text -> text.holder.setString(text.tag, text.vr, text.value));
  }

  private static void read(Attributes holder, List<Text> texts) throws IOException {
    for (Element element : holder) {
      switch (element.value()) {
        case Value.Sequence(List<Attributes> items) -> {
          for (Attributes item : items) {
            if (!item.contains(Tag.SpecificCharacterSet)) {
              read(item, texts);
            }
          }
        }
        case Value.Bytes(byte[] bytes) when element.vr().kind() == VR.Kind.TEXT ->
            texts.add(new Text(holder, element.tag(), element.vr(), text(holder, element, bytes)));
        default -> {}
      }
    }
  }

  /** What cannot be written again in its own character set was not read as it was meant. */
  private static String text(Attributes holder, Element element, byte[] bytes) throws IOException {
    SpecificCharacterSet characterSet = holder.specificCharacterSet();
    String text = characterSet.decode(bytes, element.vr());
    try {
      if (text.indexOf('\uFFFD') < 0) {
        characterSet.encode(text, element.vr());
        return text;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new IOException(
        "a value needs UTF-8, but (%04X,%04X) has bytes that its character set does not"
            .formatted(element.tag() >>> 16, element.tag() & 0xFFFF));
  }
}
