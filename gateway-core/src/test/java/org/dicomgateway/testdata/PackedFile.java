package org.dicomgateway.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.PackLayout;
import org.dicomgateway.pack.PackMetadata;
import org.dicomgateway.pack.PackedInstance;

/** A file as a spoke lays it into a pack. */
public final class PackedFile {
  private PackedFile() {}

  /**
   * Describes a file.
   *
   * @param part10 what was read of it
   * @param receivedAs if it was transcoded after that
   */
  public static PackLayout.Content of(
      Path file,
      Part10 part10,
      InstanceIdentity identity,
      Optional<PackedInstance.Encoding> receivedAs,
      PackedInstance.Source source)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    CRC32 crc32 = new CRC32();
    crc32.update(bytes);
    String sha256 = DigestUtils.sha256Hex(bytes);
    String syntax = part10.transferSyntax().uid();
    PackedInstance instance =
        new PackedInstance(
            identity.sopInstanceUid(),
            identity.seriesInstanceUid(),
            identity.sopClassUid(),
            syntax,
            0,
            bytes.length,
            sha256,
            receivedAs.orElseGet(() -> new PackedInstance.Encoding(syntax, sha256)),
            source,
            FrameTable.of(part10, BulkDataSource.of(file)));
    return new PackLayout.Content(
        instance, file, 0, (int) crc32.getValue(), PackMetadata.of(part10.dataSet(), syntax));
  }
}
