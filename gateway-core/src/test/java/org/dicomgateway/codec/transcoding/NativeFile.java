package org.dicomgateway.codec.transcoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.testdata.TranscodedFile;

/** A file as the spoke receives it, to be transcoded. */
record NativeFile(Path path) {
  private static final FrameWorkers WORKERS = FrameWorkers.CALLER;

  static Attributes image(int columns, int rows, int allocated, int stored, int representation) {
    return new Attributes()
        .setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage)
        .setString(Tag.SOPInstanceUID, VR.UI, "2.25.4711")
        .setString(Tag.StudyInstanceUID, VR.UI, "2.25.1")
        .setString(Tag.SeriesInstanceUID, VR.UI, "2.25.2")
        .setInt(Tag.SamplesPerPixel, VR.US, 1)
        .setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
        .setInt(Tag.Rows, VR.US, rows)
        .setInt(Tag.Columns, VR.US, columns)
        .setInt(Tag.BitsAllocated, VR.US, allocated)
        .setInt(Tag.BitsStored, VR.US, stored)
        .setInt(Tag.HighBit, VR.US, stored - 1)
        .setInt(Tag.PixelRepresentation, VR.US, representation);
  }

  static NativeFile write(Path path, Attributes dataSet, String syntax) throws IOException {
    try (OutputStream out = Files.newOutputStream(path)) {
      out.write(
          Part10.header(
              dataSet.string(Tag.SOPClassUID).orElseThrow(),
              dataSet.string(Tag.SOPInstanceUID).orElseThrow(),
              syntax));
      DataSetWriter.write(dataSet, TransferSyntax.of(syntax), out);
    }
    return new NativeFile(path);
  }

  /** As the spoke writes it. */
  static NativeFile received(Path file, Path folder) throws IOException {
    return new NativeFile(TranscodedFile.received(file, folder));
  }

  Transcoded transcode(Path target) throws IOException {
    return new Transcoder(WORKERS)
        .transcode(
            Part10.readLeniently(path, ReadOptions.WHOLE),
            BulkDataSource.of(path),
            Files.size(path),
            DigestUtils.sha256Hex(Files.readAllBytes(path)),
            target);
  }

  static byte[] restored(Path transcoded, Original original) throws IOException {
    var out = new ByteArrayOutputStream();
    BulkDataSource bytes = BulkDataSource.of(transcoded);
    FrameTable table = FrameTable.of(Part10.read(transcoded, ReadOptions.WHOLE), bytes);
    new Restoration(WORKERS).restore(bytes, Files.size(transcoded), table, original, out);
    return out.toByteArray();
  }
}
