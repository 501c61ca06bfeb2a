package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.dictionary.TransferSyntax;

/**
 * Writes a data set to a stream (PS3.5 §7).
 *
 * <p>Sequences and items get defined lengths, values of odd length a byte of padding, group lengths
 * that are in the data set (also (0000,0000) and (0002,0000)) the value they come to. A value too
 * long for its representation's length field becomes UN (PS3.5 §6.2.2). The stream is neither
 * flushed nor closed; give a buffered one.
 */
public final class DataSetWriter {
  private DataSetWriter() {}

  /**
   * Writes every element.
   *
   * @throws IllegalArgumentException for values that were left in the stream they were read from
   */
  public static void write(Attributes attributes, TransferSyntax syntax, OutputStream out)
      throws IOException {
    write(attributes, syntax, out, BulkDataSource.none());
  }

  /** Writes every element; values that were left in a stream are copied from there. */
  public static void write(
      Attributes attributes, TransferSyntax syntax, OutputStream out, BulkDataSource source)
      throws IOException {
    DataSetEncoding encoding = DataSetEncoding.of(syntax);
    if (!syntax.deflated()) {
      new ElementWriter(encoding, out, source).write(attributes);
      return;
    }
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater);
      new ElementWriter(encoding, deflated, source).write(attributes);
      deflated.finish();
    } finally {
      deflater.end();
    }
  }
}
