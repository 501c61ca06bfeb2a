package org.dicomgateway.testdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.codec.transcoding.FrameWorkers;
import org.dicomgateway.codec.transcoding.Transcoded;
import org.dicomgateway.codec.transcoding.Transcoder;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;

/**
 * A file as a spoke receives it, and as it sends it.
 *
 * @param received the data set behind the header that spokes write
 * @param path JPEG-LS
 */
public record TranscodedFile(Path received, Path path, Transcoded transcoded) {

  /** Transcodes a file as a spoke does. */
  public static TranscodedFile of(Path file, Path folder) throws IOException {
    Path received = received(file, folder);
    Path path = Files.createTempFile(folder, "transcoded", ".dcm");
    Transcoded transcoded =
        new Transcoder(FrameWorkers.CALLER)
            .transcode(
                Part10.readLeniently(received, ReadOptions.WHOLE),
                BulkDataSource.of(received),
                Files.size(received),
                DigestUtils.sha256Hex(Files.readAllBytes(received)),
                path);
    return new TranscodedFile(received, path, transcoded);
  }

  /** Writes a file's data set behind the header that spokes write. */
  public static Path received(Path file, Path folder) throws IOException {
    Part10 part10 = Part10.readLeniently(file, ReadOptions.WHOLE).part10();
    Path path = Files.createTempFile(folder, "received", ".dcm");
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Files.newOutputStream(path)) {
      in.skipNBytes(part10.dataSetOffset());
      out.write(
          Part10.header(
              part10.dataSet().string(Tag.SOPClassUID).orElse("1.2"),
              part10.dataSet().string(Tag.SOPInstanceUID).orElse("1.3"),
              part10.transferSyntax().uid()));
      in.transferTo(out);
    }
    return path;
  }
}
