package org.dicomgateway.hub.index;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person looks for; conditions that are empty let everything through.
 *
 * @param text words which all have to occur in patient name, patient ID, accession number or study
 *     description, without regard to case and diacritics ({@code đ} counts as {@code d})
 * @param modality one that the study has, such as {@code CT}
 * @param site name of the site that sent it
 * @param from first Study Date
 * @param to last Study Date
 */
public record StudyFilter(
    String text, String modality, String site, Optional<LocalDate> from, Optional<LocalDate> to) {
  public static final StudyFilter ALL =
      new StudyFilter("", "", "", Optional.empty(), Optional.empty());
}
