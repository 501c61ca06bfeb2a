package org.dicomgateway.hub.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.hub.index.Conflict;
import org.dicomgateway.hub.index.ConflictFilter;
import org.dicomgateway.hub.index.SeriesSummary;
import org.dicomgateway.hub.index.StudyFilter;
import org.dicomgateway.hub.index.StudyList;
import org.dicomgateway.hub.index.StudySummary;
import org.dicomgateway.hub.index.Traces;
import org.dicomgateway.transfer.HubTrace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the hub holds, by study. */
@RestController
final class StudyController {
  private static final int MOST_CONFLICTS = 1000;

  /**
   * @param packs that it came in
   * @param patients more than one is a conflict
   * @param conflicts bytes that are kept beside those that are served
   */
  record StudyDetail(
      StudySummary study,
      List<SeriesSummary> series,
      List<Pack> packs,
      List<HubTrace.Patient> patients,
      List<Conflict> conflicts) {}

  /**
   * @param length bytes
   */
  record Pack(
      String packId, String site, long length, int instances, Optional<Instant> indexedAt) {}

  private final StudyList studies;
  private final Traces traces;

  StudyController(StudyList studies, Traces traces) {
    this.studies = studies;
    this.traces = traces;
  }

  /**
   * Studies, the newest first.
   *
   * @param patient words of name, ID, accession number or description, without diacritics
   * @param since first Study Date
   */
  @GetMapping("/api/studies")
  List<StudySummary> studies(
      @RequestParam(defaultValue = "") String patient,
      @RequestParam(defaultValue = "") String site,
      @RequestParam(defaultValue = "") String modality,
      @RequestParam Optional<LocalDate> since,
      @RequestParam(defaultValue = "100") int last) {
    return studies.find(
        new StudyFilter(patient, modality, site, since, Optional.empty()), Math.max(1, last), 0);
  }

  @GetMapping("/api/studies/{study}")
  StudyDetail study(@PathVariable String study) {
    StudySummary summary =
        studies
            .study(study)
            .orElseThrow(
                () -> new NotHereException("nothing of study " + study + " is at this hub"));
    Optional<HubTrace> trace = traces.trace(study, Optional.empty());
    return new StudyDetail(
        summary,
        studies.series(study),
        trace.map(HubTrace::packs).orElse(List.of()).stream().map(StudyController::pack).toList(),
        trace.map(HubTrace::patients).orElse(List.of()),
        traces.conflicts(new ConflictFilter(study, "", ""), MOST_CONFLICTS));
  }

  private static Pack pack(HubTrace.PackTrace pack) {
    return new Pack(
        pack.packId(), pack.site(), pack.length(), pack.instances().size(), pack.indexedAt());
  }
}
