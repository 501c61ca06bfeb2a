package org.dicomgateway.hub.security;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A place that sends.
 *
 * @param name first part of its packs' object keys
 * @param tokenSha256 lower-case hex digest of its token
 * @param since when the token was made
 */
public record Site(String name, String tokenSha256, Instant since) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  public Site {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          ("\"%s\" is no name for a site: use 1 to 63 small letters a-z, digits and hyphens,"
                  + " beginning with a letter or digit")
              .formatted(name));
    }
  }
}
