package org.dicomgateway.hub.dicomweb;

import java.util.List;
import java.util.Optional;
import org.dicomgateway.hub.index.IndexedInstance;
import org.dicomgateway.hub.index.InstanceIndex;
import org.dicomgateway.hub.reading.InstanceReader;
import org.dicomgateway.hub.reading.ServedInstance;
import org.springframework.stereotype.Component;

/** From the UIDs of a URL to instances; what is not there is answered with 404. */
@Component
class InstanceLookup {
  private final InstanceIndex index;
  private final InstanceReader reader;

  InstanceLookup(InstanceIndex index, InstanceReader reader) {
    this.index = index;
    this.reader = reader;
  }

  ServedInstance instance(String study, String series, String instance) {
    return index
        .instance(study, series, instance)
        .map(reader::open)
        .orElseThrow(
            () ->
                DicomwebException.notFound(
                    "There is no instance %s in series %s of study %s."
                        .formatted(instance, series, study)));
  }

  List<IndexedInstance> study(String study) {
    return notEmpty(index.instances(study, Optional.empty()), "There is no study " + study + ".");
  }

  List<IndexedInstance> series(String study, String series) {
    return notEmpty(
        index.instances(study, Optional.of(series)),
        "There is no series " + series + " in study " + study + ".");
  }

  ServedInstance open(IndexedInstance instance) {
    return reader.open(instance);
  }

  private static List<IndexedInstance> notEmpty(List<IndexedInstance> found, String otherwise) {
    if (found.isEmpty()) {
      throw DicomwebException.notFound(otherwise);
    }
    return found;
  }
}
