package org.dicomgateway.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * One of the viewer's files.
 *
 * @param name path without what compression added to it
 * @param content compressed by gzip, or not
 * @param version changes with the viewer
 */
record ViewerFile(String name, Resource content, boolean isCompressed, String version)
    implements HttpRequestHandler {
  /** A digest of the content is part of the name, so that the content can never change. */
  private static final Pattern HASHED = Pattern.compile("(.*\\.)?[0-9a-f]{16}\\.(js|wasm|woff2)");

  private static final String FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue();
  private static final String ASK_AGAIN = CacheControl.noCache().getHeaderValue();

  static ViewerFile of(String path, Resource content, String version) {
    boolean compressed = path.endsWith(".gz");
    String name = compressed ? path.substring(0, path.length() - ".gz".length()) : path;
    return new ViewerFile(name, content, compressed, version);
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", HASHED.matcher(name).matches() ? FOR_EVER : ASK_AGAIN);
    response.setHeader("Vary", "Accept-Encoding");
    if (!new ServletWebRequest(request, response).checkNotModified("\"" + version + "\"")) {
      write(request, response);
    }
  }

  /** Writes the body and the headers that describe it. */
  void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType(contentType());
    String accepted = request.getHeader("Accept-Encoding");
    boolean asItIs = isCompressed && accepted != null && accepted.contains("gzip");
    if (asItIs) {
      response.setHeader("Content-Encoding", "gzip");
      response.setContentLengthLong(content.contentLength());
    }
    try (InputStream bytes = asItIs ? content.getInputStream() : open()) {
      bytes.transferTo(response.getOutputStream());
    }
  }

  /** The content as it was before compression. */
  InputStream open() throws IOException {
    return isCompressed ? new GZIPInputStream(content.getInputStream()) : content.getInputStream();
  }

  private String contentType() {
    MediaType type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
    boolean text = type.getType().equals("text") || type.getSubtype().contains("javascript");
    return text ? type + ";charset=UTF-8" : type.toString();
  }
}
