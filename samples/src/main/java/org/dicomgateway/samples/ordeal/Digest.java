package org.dicomgateway.samples.ordeal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.InstanceFile;

/** SHA-256 of data sets: what must be the same at both ends of the way. */
public final class Digest {
  private static final ReadOptions META_ONLY = new ReadOptions(0, Tag.SpecificCharacterSet);

  private Digest() {}

  /** Of everything behind a file's File Meta Information, taken as it lies there. */
  public static String ofDataSet(InstanceFile file) throws IOException {
    return of(file.file(), file.dataSetOffset());
  }

  /** The same of a file that the hub gave, however damaged its data set is. */
  public static String ofOurs(Path file) throws IOException {
    return of(file, Part10.readLeniently(file, META_ONLY).part10().dataSetOffset());
  }

  /** Of a file's bytes from an offset on. */
  public static String of(Path file, long offset) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(offset);
      return DigestUtils.sha256Hex(in);
    }
  }
}
