package org.dicomgateway.spoke.change;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;

/**
 * A Part 10 file with changed attributes.
 *
 * @param length bytes
 * @param sha256 lower-case hex
 */
public record ChangedFile(long length, String sha256, int crc32) {
  private static final int CHUNK = 1 << 16;

  /** A file that can be read from its first byte on; whoever opens it closes it. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /**
   * Writes a file with changes; all else has the same values, in the same transfer syntax. Long
   * values, pixels above all, are copied from file to file. The same arguments make the same bytes.
   *
   * @param file the Part 10 file and nothing behind it
   * @param bytes the same file
   * @param target is replaced, and gone after a failure; not forced to the disk
   * @return empty if nothing of it had to be changed; then there is no target
   * @throws UnchangeableException if it cannot be changed: what is in it cannot be read
   * @throws IOException if the disk fails
   */
  public static Optional<ChangedFile> write(
      Source file,
      BulkDataSource bytes,
      AttributeChanges changes,
      Modification modification,
      Path target)
      throws IOException {
    Part10 part10 = read(file);
    Attributes dataSet = part10.dataSet();
    if (!apply(dataSet, changes, modification)) {
      return Optional.empty();
    }
    boolean written = false;
    try {
      ChangedFile changed = write(part10, bytes, target);
      written = true;
      return Optional.of(changed);
    } finally {
      if (!written) {
        Files.deleteIfExists(target);
      }
    }
  }

  private static Part10 read(Source file) throws IOException {
    Part10.Reading reading = read(file, ReadOptions.WHOLE);
    if (reading.part10().transferSyntax().deflated()) {
      // Ranges within what is deflated cannot be copied.
      reading = read(file, ReadOptions.IN_MEMORY);
    }
    if (reading.damage().isPresent()) {
      throw new UnchangeableException(reading.damage().get().getMessage());
    }
    return reading.part10();
  }

  private static Part10.Reading read(Source file, ReadOptions options) throws IOException {
    try (InputStream stream = new BufferedInputStream(file.open(), CHUNK)) {
      return Part10.readLeniently(stream, options);
    } catch (DicomParseException e) {
      throw new UnchangeableException(e.getMessage());
    }
  }

  private static boolean apply(
      Attributes dataSet, AttributeChanges changes, Modification modification)
      throws UnchangeableException {
    try {
      return new Coercion(dataSet, changes).apply(modification);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnchangeableException(e.getMessage());
    }
  }

  private static ChangedFile write(Part10 file, BulkDataSource bytes, Path target)
      throws IOException {
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    CRC32 crc32 = new CRC32();
    try (OutputStream out =
        new BufferedOutputStream(
            new CheckedOutputStream(
                new DigestOutputStream(Files.newOutputStream(target), sha256), crc32),
            CHUNK)) {
      out.write(header(file));
      DataSetWriter.write(file.dataSet(), file.transferSyntax(), out, bytes);
    }
    return new ChangedFile(
        Files.size(target), HexFormat.of().formatHex(sha256.digest()), (int) crc32.getValue());
  }

  private static byte[] header(Part10 file) {
    return Part10.header(
        uid(file, Tag.MediaStorageSOPClassUID, Tag.SOPClassUID),
        uid(file, Tag.MediaStorageSOPInstanceUID, Tag.SOPInstanceUID),
        file.transferSyntax().uid());
  }

  private static String uid(Part10 file, int inHeader, int inDataSet) {
    return file.fileMetaInformation()
        .string(inHeader)
        .or(() -> file.dataSet().string(inDataSet))
        .orElse("");
  }
}
