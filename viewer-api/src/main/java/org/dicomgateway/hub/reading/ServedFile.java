package org.dicomgateway.hub.reading;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An instance as a DICOM file in one of the transfer syntaxes that it is given in.
 *
 * @param length bytes
 * @param sha256 lower-case hex
 */
public record ServedFile(String transferSyntaxUid, long length, String sha256, Body body) {

  /** Writes the bytes. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }
}
