package org.dicomgateway.spoke.route.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dicomgateway.dicom.data.Tag;

/** What an instance has besides its attributes, and the one attribute that rules ask for most. */
enum Property {
  CALLING_AET(subject -> subject.instance().sender().callingAet()),
  CALLED_AET(subject -> subject.instance().sender().calledAet()),
  MODALITY(subject -> String.join(", ", subject.values(Paths.MODALITY))),
  SOP_CLASS(subject -> subject.instance().identity().sopClassUid()),
  TRANSFER_SYNTAX(subject -> subject.instance().transferSyntaxUid()),
  URGENCY(subject -> subject.asSent().name().toLowerCase(Locale.ROOT));

  private static final class Paths {
    static final AttributePath MODALITY = new AttributePath("Modality", List.of(Tag.Modality));
  }

  private final Function<Subject, String> value;

  Property(Function<Subject, String> value) {
    this.value = value;
  }

  /** Empty text if it has none. */
  String of(Subject subject) {
    String text = value.apply(subject);
    return text == null ? "" : text;
  }

  /** As it is called in a file of routes. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Property> of(String word) {
    return Arrays.stream(values()).filter(property -> property.word().equals(word)).findFirst();
  }
}
