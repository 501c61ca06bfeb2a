package org.dicomgateway.dimse.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;

/**
 * An instance in a file, with what must be known to send it.
 *
 * @param dataSetOffset first byte of the data set in the file
 */
public record InstanceFile(
    Path file, String sopClass, String sopInstance, String transferSyntax, long dataSetOffset) {
  private static final int KEEP_SMALL = 64;
  private static final ReadOptions UP_TO_IDENTIFIERS =
      new ReadOptions(KEEP_SMALL, Tag.SOPInstanceUID + 1);

  /**
   * Reads the head of a file.
   *
   * @throws IOException if it is no DICOM file or does not say what it is
   */
  public static InstanceFile read(Path file) throws IOException {
    Part10 head = Part10.read(file, UP_TO_IDENTIFIERS);
    return new InstanceFile(
        file,
        identifier(head, Tag.SOPClassUID, Tag.MediaStorageSOPClassUID, "SOP Class UID"),
        identifier(head, Tag.SOPInstanceUID, Tag.MediaStorageSOPInstanceUID, "SOP Instance UID"),
        head.transferSyntax().uid(),
        head.dataSetOffset());
  }

  private static String identifier(Part10 head, int tag, int metaTag, String name)
      throws IOException {
    Optional<String> own = head.dataSet().string(tag);
    return own.or(() -> head.fileMetaInformation().string(metaTag))
        .orElseThrow(() -> new IOException("no " + name + " in the file"));
  }

  /** The data set's bytes as they are in the file. */
  InputStream dataSet() throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(dataSetOffset);
    return Channels.newInputStream(channel);
  }
}
