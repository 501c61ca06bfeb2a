package org.dicomgateway.dicom.part10;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.ByteSource;
import org.dicomgateway.dicom.encoding.DataSetReader;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;

/**
 * DICOM files (PS3.10 §7).
 *
 * @param fileMetaInformation group 0002; empty if the file has none
 * @param transferSyntax of the data set as the file says; if it does not say, as the data set's
 *     first bytes show
 * @param dataSetOffset first byte of the data set in the file
 * @param dataSet the data set as far as it was asked for
 */
public record Part10(
    Attributes fileMetaInformation,
    TransferSyntax transferSyntax,
    long dataSetOffset,
    Attributes dataSet) {

  /**
   * What could be read of a file, for whoever has to keep damaged files too and needs to know what
   * they are.
   *
   * @param part10 all elements before the damage
   * @param damage what ended the reading early; empty if the file is whole
   */
  public record Reading(Part10 part10, Optional<DicomParseException> damage) {
    /**
     * The whole file.
     *
     * @throws DicomParseException the damage, if there is any
     */
    public Part10 orThrow() throws DicomParseException {
      if (damage.isPresent()) {
        throw damage.get();
      }
      return part10;
    }
  }

  /**
   * Reads a file; tolerates a missing preamble, meta information, group length or transfer syntax.
   *
   * @throws DicomParseException where the bytes are no DICOM file
   */
  public static Part10 read(Path file, ReadOptions options) throws IOException {
    return readLeniently(file, options).orThrow();
  }

  /** Reads a file from a stream that stands at its first byte; the stream is not closed. */
  public static Part10 read(InputStream file, ReadOptions options) throws IOException {
    return readLeniently(file, options).orThrow();
  }

  /**
   * Reads a file as far as it can be read.
   *
   * @throws DicomParseException if not even its beginning is DICOM
   */
  public static Reading readLeniently(Path file, ReadOptions options) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return readLeniently(stream, options);
    }
  }

  /** Likewise from a stream that stands at the file's first byte; the stream is not closed. */
  public static Reading readLeniently(InputStream file, ReadOptions options) throws IOException {
    ByteSource in = new ByteSource(file, 0);
    FileStart start = FileStart.read(in);
    long dataSetOffset = in.position();
    DataSetReader.Reading dataSet =
        DataSetReader.readLeniently(in, start.transferSyntax(), options);
    Part10 part10 =
        new Part10(
            start.fileMetaInformation(),
            start.transferSyntax(),
            dataSetOffset,
            dataSet.attributes());
    return new Reading(part10, dataSet.damage());
  }

  /**
   * Preamble, prefix and File Meta Information (PS3.10 §7.1) that go before a data set. The same
   * arguments always give the same bytes: nothing of the sender, the time or our release is in it,
   * so that an instance has one digest however often and from wherever it comes.
   */
  public static byte[] header(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
    return FileMetaInformation.header(sopClassUid, sopInstanceUid, transferSyntaxUid);
  }
}
