package org.dicomgateway.spoke.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dicomgateway.token.AdminToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  @TempDir private Path data;

  @Test
  void letsABrowserBeLoggedInUntilItIsOverOrTheTokenIsNew() throws IOException {
    AdminToken token = AdminToken.of(Optional.empty(), data).open();
    String cookie = Login.begin(token, NOW);
    assertThat(Login.holds(token, cookie, NOW)).isTrue();
    assertThat(Login.holds(token, cookie, NOW.plus(Login.LASTS))).isFalse();
    long later = NOW.plus(Duration.ofDays(300)).getEpochSecond();
    assertThat(Login.holds(token, cookie.replaceFirst("\\d+", "" + later), NOW)).isFalse();
    assertThat(Login.holds(token, "", NOW)).isFalse();
    token.renew();
    assertThat(Login.holds(token, cookie, NOW)).isFalse();
  }
}
