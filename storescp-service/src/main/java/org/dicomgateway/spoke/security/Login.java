package org.dicomgateway.spoke.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dicomgateway.token.AdminToken;

/**
 * What a browser keeps that has shown the token once: until when it counts, signed with the token.
 * Nothing is remembered here, and a new token voids it.
 */
public final class Login {
  /** A screen on the wall is logged in again once a month. */
  public static final Duration LASTS = Duration.ofDays(30);

  private Login() {}

  /** What the browser is given. */
  public static String begin(AdminToken token, Instant now) throws IOException {
    return signed(token, now.plus(LASTS).getEpochSecond());
  }

  /** Whether what the browser shows was given to it and still counts. */
  public static boolean holds(AdminToken token, String shown, Instant now) throws IOException {
    String until = shown.split("\\.", 2)[0];
    return until.matches("\\d{1,12}")
        && Long.parseLong(until) > now.getEpochSecond()
        && MessageDigest.isEqual(
            signed(token, Long.parseLong(until)).getBytes(StandardCharsets.UTF_8),
            shown.getBytes(StandardCharsets.UTF_8));
  }

  private static String signed(AdminToken token, long until) throws IOException {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] seal = mac.doFinal(("status page until " + until).getBytes(StandardCharsets.UTF_8));
      return until + "." + HexFormat.of().formatHex(seal);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
