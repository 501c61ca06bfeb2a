package org.dicomgateway.pack;

import org.dicomgateway.dicom.data.Attributes;

/**
 * An instance's entry in {@code metadata.json}: DICOM JSON (PS3.18 §F) without bulk data. Group
 * 0002 is left out, but Available Transfer Syntax UID (0008,3002) is added. A value left in the
 * file has the relative BulkDataURI {@code
 * bulkdata/7FE00010?offset=1234&length=5678&endian=little}, or of an element within a sequence
 * {@code bulkdata/54000100/1/54001010?…} (item numbers from 1); offsets count from the first byte
 * of the Part 10 file. Encapsulated pixel data has {@code bulkdata/7FE00010} alone.
 */
public final class PackMetadata {
  private PackMetadata() {}

  /** UTF-8 bytes of one JSON object. */
  public static byte[] of(Attributes dataSet, String transferSyntaxUid) {
    throw new UnsupportedOperationException();
  }
}
