package org.dicomgateway.hub.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** Tokens of sites: 256 random bits, so that their digest needs no salt and no slow hash. */
final class Token {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Token() {}

  static String next() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  static String sha256(String token) {
    return DigestUtils.sha256Hex(token);
  }
}
