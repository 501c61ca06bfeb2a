package org.dicomgateway.dicom.part10;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.ReadOptions;

/**
 * DICOM files (PS3.10 §7).
 *
 * @param fileMetaInformation group 0002
 * @param transferSyntax of the data set
 * @param dataSetOffset first byte of the data set in the file
 * @param dataSet the data set as far as it was asked for
 */
public record Part10(
    Attributes fileMetaInformation,
    TransferSyntax transferSyntax,
    long dataSetOffset,
    Attributes dataSet) {

  /** Reads a file; tolerates a missing preamble, meta information or group length. */
  public static Part10 read(Path file, ReadOptions options) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Reads a file from a stream that stands at its first byte; the stream is not closed. */
  public static Part10 read(InputStream file, ReadOptions options) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Preamble, prefix and File Meta Information (PS3.10 §7.1) that go before a data set. The same
   * arguments always give the same bytes: nothing of the sender, the time or our release is in it,
   * so that an instance has one digest however often and from wherever it comes.
   */
  public static byte[] header(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
    throw new UnsupportedOperationException();
  }
}
