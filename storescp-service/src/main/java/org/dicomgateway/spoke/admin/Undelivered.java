package org.dicomgateway.spoke.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.QueuedStudy;

/**
 * What destinations have not got yet, and what they will not take as it is.
 *
 * @param studies the most urgent and longest waiting first
 */
record Undelivered(List<StudyAt> studies, List<ParkedAt> parked) {
  /** More than anybody reads. */
  private static final int MOST = 200;

  record StudyAt(String destination, QueuedStudy study) {}

  record ParkedAt(String destination, Parked parked) {}

  static Undelivered of(Destinations destinations) {
    List<StudyAt> studies = new ArrayList<>();
    List<ParkedAt> parked = new ArrayList<>();
    for (Destination one : destinations.all()) {
      one.studies().forEach(study -> studies.add(new StudyAt(one.name(), study)));
      one.parked().forEach(instance -> parked.add(new ParkedAt(one.name(), instance)));
    }
    List<StudyAt> first =
        studies.stream()
            .filter(one -> one.study().waiting() + one.study().packed() > 0)
            .sorted(
                Comparator.comparing((StudyAt one) -> one.study().urgency())
                    .thenComparing(one -> one.study().oldest()))
            .limit(MOST)
            .toList();
    return new Undelivered(first, parked);
  }
}
