package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.hub.index.IndexedInstance;
import org.dicomgateway.hub.index.Query;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Absolute addresses as the client sees us: Host and the Forwarded headers are honoured. */
final class ResourceAddress {
  private ResourceAddress() {}

  /** {@code https://hub.example/dicomweb}. */
  static String service(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).path("/dicomweb").toUriString();
  }

  /** {@code https://hub.example/dicomweb/studies/1.2/series/1.2.3/instances/1.2.3.4}. */
  static String instance(String service, IndexedInstance instance) {
    return "%s/studies/%s/series/%s/instances/%s"
        .formatted(
            service,
            instance.studyInstanceUid(),
            instance.seriesInstanceUid(),
            instance.sopInstanceUid());
  }

  /** The resource that a result of a search can be retrieved from. */
  static String of(String service, Query.Level level, Attributes result) {
    String study = service + "/studies/" + result.string(Tag.StudyInstanceUID).orElse("");
    if (level == Query.Level.STUDY) {
      return study;
    }
    String series = study + "/series/" + result.string(Tag.SeriesInstanceUID).orElse("");
    return level == Query.Level.SERIES
        ? series
        : series + "/instances/" + result.string(Tag.SOPInstanceUID).orElse("");
  }
}
