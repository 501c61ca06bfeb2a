package org.dicomgateway.dicom.json;

import java.util.Optional;
import org.dicomgateway.dicom.data.Element;

/** Says where a value that was left in its file can be fetched (PS3.18 §F.2.6). */
@FunctionalInterface
public interface BulkDataUris {
  /** Leaves such values out: an element then has its VR only. */
  BulkDataUris NONE = (path, element) -> Optional.empty();

  /**
   * The BulkDataURI of a value; empty to leave it out.
   *
   * @param path the element's tag, for example {@code 7FE00010}; within a sequence the sequence's
   *     tag and the item's number, from 1, go before: {@code 54000100/1/54001010}
   * @param element with a {@link org.dicomgateway.dicom.data.Value.BulkData} or {@link
   *     org.dicomgateway.dicom.data.Value.Fragments}
   */
  Optional<String> uriOf(String path, Element element);
}
