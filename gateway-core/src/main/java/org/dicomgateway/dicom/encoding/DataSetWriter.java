package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import java.io.OutputStream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.dictionary.TransferSyntax;

/** Writes a data set to a stream (PS3.5 §7). */
public final class DataSetWriter {
  private DataSetWriter() {}

  /**
   * Writes every element; sequences and items with defined lengths.
   *
   * @throws IllegalArgumentException for values that were left in the stream they were read from
   */
  public static void write(Attributes attributes, TransferSyntax syntax, OutputStream out)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
