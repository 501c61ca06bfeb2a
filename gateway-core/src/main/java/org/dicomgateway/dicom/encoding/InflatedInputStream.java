package org.dicomgateway.dicom.encoding;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** What is inflated of a deflate stream; one that was cut off ends like any other. */
final class InflatedInputStream extends InflaterInputStream {
  InflatedInputStream(InputStream deflated, Inflater inflater) {
    super(deflated, inflater);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (EOFException e) {
      return -1;
    }
  }
}
