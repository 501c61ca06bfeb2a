package org.dicomgateway.spoke.change;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.ElementDictionary;

/**
 * An attribute of the data set itself that rules may change: none that identifies the instance or
 * says how its pixels are to be read.
 *
 * @param name keyword, or eight hexadecimal digits
 */
public record ChangeableAttribute(int tag, String name) {
  private static final Pattern NUMBERS =
      Pattern.compile("\\(?(\\p{XDigit}{4}),?(\\p{XDigit}{4})\\)?");
  private static final Pattern MULTIPLICITY = Pattern.compile("(\\d+)(?:-(\\d*)(n?))?");

  private static final Set<Integer> IDENTITY =
      Set.of(
          Tag.SOPClassUID,
          Tag.SOPInstanceUID,
          Tag.StudyInstanceUID,
          Tag.SeriesInstanceUID,
          Tag.TransferSyntaxUID);

  /** Of group 0028, what says nothing of how samples lie in Pixel Data or what they mean. */
  private static final Set<Integer> ABOUT_THE_IMAGE =
      Set.of(
          Tag.QualityControlImage,
          Tag.BurnedInAnnotation,
          Tag.RecognizableVisualFeatures,
          Tag.WindowCenter,
          Tag.WindowWidth,
          Tag.WindowCenterWidthExplanation);

  /** Command and file meta information, per-frame descriptions, curves, waveforms, pixels. */
  private static final Set<Integer> GROUPS_OF_PIXELS =
      Set.of(0x0000, 0x0002, 0x5200, 0x5400, 0x5600, 0x7FE0, 0xFFFA, 0xFFFC, 0xFFFE);

  /**
   * Of an attribute that is to be left out.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public static ChangeableAttribute parse(String text) {
    if (text.contains(".")) {
      throw new IllegalArgumentException(
          "'%s' stands in a sequence; only attributes of the data set itself can be changed"
              .formatted(text));
    }
    int tag =
        ElementDictionary.tagOf(NUMBERS.matcher(text.strip()).replaceFirst("$1$2"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is no attribute; write its keyword, such as PatientID, or (0010,0020)"
                            .formatted(text)));
    refuse(tag, text);
    return new ChangeableAttribute(tag, nameOf(tag));
  }

  /**
   * Of an attribute that is to be set.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public static ChangeableAttribute parseSettable(String text) {
    ChangeableAttribute attribute = parse(text);
    ElementDictionary.Entry entry =
        ElementDictionary.entry(attribute.tag)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is not in the dictionary, so nobody knows what its values are; only"
                                .formatted(text)
                            + " attributes of the standard can be set"));
    if (entry.vrs().size() != 1 || !ValueForm.isText(entry.vrs().getFirst())) {
      throw new IllegalArgumentException(
          "%s holds no text or numbers (%s) and cannot be set; it can be removed"
              .formatted(attribute.name, entry.vrs()));
    }
    return attribute;
  }

  /** Of what {@link AttributeChanges} names. */
  static ChangeableAttribute of(String name) {
    return new ChangeableAttribute(ElementDictionary.tagOf(name).orElseThrow(), name);
  }

  private static String nameOf(int tag) {
    return ElementDictionary.keywordOf(tag)
        .filter(keyword -> !keyword.isEmpty())
        .orElseGet(() -> "%08X".formatted(tag));
  }

  private static void refuse(int tag, String text) {
    int group = tag >>> 16;
    int element = tag & 0xFFFF;
    boolean isPrivate = (group & 1) != 0;
    if (IDENTITY.contains(tag)) {
      throw new IllegalArgumentException(
          "%s says which instance it is and cannot be changed".formatted(text));
    }
    if (group == 0x0028 && !ABOUT_THE_IMAGE.contains(tag) || GROUPS_OF_PIXELS.contains(group)) {
      throw new IllegalArgumentException(
          "%s says how the pixels are to be read and cannot be changed".formatted(text));
    }
    if (tag == Tag.SpecificCharacterSet) {
      throw new IllegalArgumentException(
          "%s is kept by the gateway, which takes UTF-8 where a value needs it".formatted(text));
    }
    if (tag == Tag.OriginalAttributesSequence || element == 0 || isPrivate && element < 0x100) {
      throw new IllegalArgumentException(
          "%s belongs to other attributes and cannot be changed alone".formatted(text));
    }
  }

  /** How its values are to be written. */
  VR vr() {
    return ElementDictionary.entry(tag).orElseThrow().vrs().getFirst();
  }

  /** As people read it. */
  public String label() {
    return name.matches("\\p{XDigit}{8}")
        ? "(%s,%s)".formatted(name.substring(0, 4), name.substring(4))
        : name;
  }

  /**
   * Checks values by representation and multiplicity (PS3.5 §6.2, §6.4).
   *
   * @param values none for no value
   * @throws IllegalArgumentException with what is wrong
   */
  public void check(List<String> values) {
    for (String value : values) {
      ValueForm.check(name, vr(), value);
    }
    String vm = ElementDictionary.entry(tag).orElseThrow().vm();
    if (!values.isEmpty() && !allows(vm, values.size())) {
      throw new IllegalArgumentException(
          "%s has %s values, not %d".formatted(name, vm, values.size()));
    }
  }

  /** {@code 1}, {@code 1-3}, {@code 1-n}, {@code 2-2n}. */
  private static boolean allows(String vm, int count) {
    Matcher parts = MULTIPLICITY.matcher(vm);
    if (!parts.lookingAt()) {
      return true;
    }
    int least = Integer.parseInt(parts.group(1));
    if (parts.group(2) == null) {
      return count == least;
    }
    int number = parts.group(2).isEmpty() ? 1 : Integer.parseInt(parts.group(2));
    return count >= least && (parts.group(3).isEmpty() ? count <= number : count % number == 0);
  }
}
