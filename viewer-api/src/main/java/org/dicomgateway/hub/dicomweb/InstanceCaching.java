package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.web.context.request.ServletWebRequest;

/** Instances never change, so that what was fetched once need not be fetched again. */
final class InstanceCaching {
  /** In the reader's browser only, and not for ever: it holds patients' images. */
  private static final String ONE_DAY =
      CacheControl.maxAge(Duration.ofDays(1)).cachePrivate().immutable().getHeaderValue();

  private InstanceCaching() {}

  /**
   * Sets the headers.
   *
   * @param sha256 of the instance
   * @param representation tells apart what is made of the instance, such as a frame in a syntax
   * @return whether the client has it already, and the answer (304) is complete
   */
  static boolean isKnown(
      HttpServletRequest request,
      HttpServletResponse response,
      String sha256,
      String representation) {
    response.setHeader("Cache-Control", ONE_DAY);
    response.setHeader("Vary", "Accept");
    String tag = "\"" + sha256.substring(0, 32) + representation + "\"";
    return new ServletWebRequest(request, response).checkNotModified(tag);
  }
}
