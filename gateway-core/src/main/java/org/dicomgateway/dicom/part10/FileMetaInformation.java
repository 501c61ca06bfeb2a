package org.dicomgateway.dicom.part10;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;

/** The header of files that we write (PS3.10 §7.1). */
final class FileMetaInformation {
  /** Names this software; made once from a random UUID (PS3.5 §B.2), never to be changed. */
  static final String IMPLEMENTATION_CLASS_UID = "2.25.183832308822823237350315542984877442830";

  static final String IMPLEMENTATION_VERSION_NAME = "DICOMGATEWAY";

  static final int PREAMBLE_LENGTH = 128;
  static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] VERSION = {0, 1};

  private FileMetaInformation() {}

  static byte[] header(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
    Attributes meta =
        new Attributes()
            .setInt(Tag.FileMetaInformationGroupLength, VR.UL, 0)
            .setBytes(Tag.FileMetaInformationVersion, VR.OB, VERSION)
            .setString(Tag.MediaStorageSOPClassUID, VR.UI, sopClassUid)
            .setString(Tag.MediaStorageSOPInstanceUID, VR.UI, sopInstanceUid)
            .setString(Tag.TransferSyntaxUID, VR.UI, transferSyntaxUid)
            .setString(Tag.ImplementationClassUID, VR.UI, IMPLEMENTATION_CLASS_UID)
            .setString(Tag.ImplementationVersionName, VR.SH, IMPLEMENTATION_VERSION_NAME);
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    out.writeBytes(new byte[PREAMBLE_LENGTH]);
    out.writeBytes(PREFIX);
    try {
      DataSetWriter.write(meta, TransferSyntax.of(UID.ExplicitVRLittleEndian), out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return out.toByteArray();
  }
}
