package org.dicomgateway.spoke.route.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.ElementDictionary;

/**
 * Where an attribute stands: {@code PatientID}, {@code (0010,0020)}, or in all items of sequences,
 * {@code ReferencedStudySequence.ReferencedSOPInstanceUID}.
 *
 * @param text as it was written
 * @param tags the last is the attribute, those before it are sequences
 */
record AttributePath(String text, List<Integer> tags) {
  private static final Pattern NUMBERS =
      Pattern.compile("\\(?(\\p{XDigit}{4}),?(\\p{XDigit}{4})\\)?");

  AttributePath {
    tags = List.copyOf(tags);
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException naming what is no attribute
   */
  static AttributePath parse(String text) {
    List<Integer> tags = new ArrayList<>();
    for (String step : text.strip().split("\\.")) {
      String digits = NUMBERS.matcher(step).replaceFirst("$1$2");
      OptionalInt tag = ElementDictionary.tagOf(digits);
      tags.add(
          tag.orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "'%s' is no attribute; write its keyword, such as PatientID, or (0010,0020)"
                          .formatted(step))));
    }
    return new AttributePath(text.strip(), tags);
  }

  /** How its values are to be compared; empty if the dictionary leaves it open. */
  Optional<VR> vr() {
    return ElementDictionary.entry(tags.getLast())
        .map(ElementDictionary.Entry::vrs)
        .filter(vrs -> vrs.size() == 1)
        .map(List::getFirst);
  }

  int tag() {
    return tags.getLast();
  }

  /** Values without empty ones, of every data set that the path leads to. */
  List<String> valuesIn(Attributes dataSet) {
    return holders(dataSet)
        .flatMap(holder -> holder.strings(tag()).stream())
        .filter(value -> !value.isBlank())
        .toList();
  }

  private Stream<Attributes> holders(Attributes dataSet) {
    Stream<Attributes> holders = Stream.of(dataSet);
    for (int sequence : tags.subList(0, tags.size() - 1)) {
      holders = holders.flatMap(holder -> holder.items(sequence).stream());
    }
    return holders;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttributePath path && tags.equals(path.tags);
  }

  @Override
  public int hashCode() {
    return tags.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
