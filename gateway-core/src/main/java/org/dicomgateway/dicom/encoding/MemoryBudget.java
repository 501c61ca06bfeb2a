package org.dicomgateway.dicom.encoding;

/** What one data set may take of the heap, counted roughly. */
final class MemoryBudget {
  /** Bytes of an element or an item besides its value. */
  static final int OVERHEAD = 128;

  private long left = DataSetReader.MEMORY_LIMIT;

  /**
   * @throws DicomParseException if there is less left
   */
  void take(long bytes, ElementHeader header) throws DicomParseException {
    left -= bytes;
    if (left < 0) {
      throw new DicomParseException(
          header.position(),
          header.tag(),
          "value of %d bytes takes the data set over %d MiB of memory"
              .formatted(header.length(), DataSetReader.MEMORY_LIMIT >> 20));
    }
  }
}
