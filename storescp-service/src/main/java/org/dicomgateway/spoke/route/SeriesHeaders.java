package org.dicomgateway.spoke.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.spoke.route.Decision.Patient;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * What the ledger keeps of headers, read of the first instance of each series alone. Thread-safe.
 */
final class SeriesHeaders {
  private static final int MOST_SERIES = 1_000;

  /** Empty texts where a header says nothing. */
  record Header(Patient patient, String modality) {}

  private final Function<SpooledInstance, Attributes> reader;
  private final Map<String, Header> headers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Header> eldest) {
          return size() > MOST_SERIES;
        }
      };

  /**
   * @param reader reads a header as far as it can be read
   */
  SeriesHeaders(Function<SpooledInstance, Attributes> reader) {
    this.reader = reader;
  }

  synchronized Header of(SpooledInstance instance) {
    return headers.computeIfAbsent(
        instance.identity().seriesInstanceUid(), _ -> header(reader.apply(instance)));
  }

  private static Header header(Attributes header) {
    return new Header(
        new Patient(
            header.string(Tag.PatientID).orElse(""), header.string(Tag.PatientName).orElse("")),
        header.string(Tag.Modality).orElse(""));
  }
}
