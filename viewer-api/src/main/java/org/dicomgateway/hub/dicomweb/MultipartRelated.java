package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dicomgateway.hub.reading.ServedFile;

/**
 * An answer in parts (RFC 2387), written as they come. Cornerstone finds a part's header only if it
 * is spelled {@code Content-Type} exactly so.
 */
final class MultipartRelated {
  private final String boundary = UUID.randomUUID().toString();
  private final OutputStream out;

  /**
   * Nothing is written before the first part, so that until then an error can still be told.
   *
   * @param type media type of the parts
   */
  MultipartRelated(HttpServletResponse response, String type) throws IOException {
    response.setContentType(
        "multipart/related; type=\"%s\"; boundary=\"%s\"".formatted(type, boundary));
    out = response.getOutputStream();
  }

  /** Writes a part and closes its content. */
  void part(String contentType, InputStream content) throws IOException {
    try (content) {
      part(contentType, content::transferTo);
    }
  }

  void part(String contentType, ServedFile.Body content) throws IOException {
    ascii("--%s\r\nContent-Type: %s\r\n\r\n".formatted(boundary, contentType));
    content.writeTo(out);
    ascii("\r\n");
  }

  /** Ends the answer. Not called after a failure, which the client has to see as one. */
  void end() throws IOException {
    ascii("--%s--\r\n".formatted(boundary));
  }

  private void ascii(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
