package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import java.io.InputStream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.dictionary.TransferSyntax;

/** Reads a data set from a stream (PS3.5 §7). */
public final class DataSetReader {
  private DataSetReader() {}

  /**
   * Reads to the end of the stream or to {@code options.stopBefore()}.
   *
   * @param position position of the stream's next byte in its file: offsets and errors count from
   *     there
   * @throws DicomParseException where the bytes are no data set
   */
  public static Attributes read(
      InputStream stream, TransferSyntax syntax, long position, ReadOptions options)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
