package org.dicomgateway.hub.web;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** What our pages may load: nothing from any other host. */
final class ContentSecurityPolicy {
  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

  /** Of our own pages, which have no scripts and styles but in files. */
  static final String OF_PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

  private ContentSecurityPolicy() {}

  /** Of the viewer's page, whose inline scripts are let through by their digests. */
  static String ofViewer(String html) {
    StringBuilder scripts = new StringBuilder("'self' 'wasm-unsafe-eval'");
    Matcher script = INLINE_SCRIPT.matcher(html);
    while (script.find()) {
      scripts.append(" 'sha256-").append(digest(script.group(1))).append('\'');
    }
    return "default-src 'self'; script-src "
        + scripts
        + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
        + " connect-src 'self' blob: data:; worker-src 'self' blob:; font-src 'self' data:;"
        + " media-src 'self' blob:; frame-src 'self' blob:; object-src 'self' blob:;"
        + " frame-ancestors 'self'";
  }

  private static String digest(String text) {
    return Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
  }
}
