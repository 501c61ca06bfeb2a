package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.hub.reading.ServedInstance;

/**
 * An encapsulated document. Only PDF is shown within our pages: other documents could bring scripts
 * of their own.
 */
final class DocumentAnswer {
  static final String PDF = "application/pdf";

  private DocumentAnswer() {}

  static boolean isPdf(ServedInstance instance) {
    return instance
        .metadata()
        .string(Tag.MIMETypeOfEncapsulatedDocument)
        .filter(PDF::equalsIgnoreCase)
        .isPresent();
  }

  static void write(ServedInstance instance, InputStream document, HttpServletResponse response)
      throws IOException {
    try (document) {
      boolean isPdf = isPdf(instance);
      response.setContentType(isPdf ? PDF : MediaTypes.OCTET_STREAM);
      response.setHeader("Content-Disposition", isPdf ? "inline" : "attachment");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("X-Frame-Options", "SAMEORIGIN");
      response.setHeader("Cache-Control", "private, no-cache");
      document.transferTo(response.getOutputStream());
    }
  }
}
