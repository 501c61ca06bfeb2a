package org.dicomgateway.spoke.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {
  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  @TempDir private Path data;

  @Test
  void isMadeOnceAndReadByItsOwnerOnly() throws IOException {
    AdminToken token = AdminToken.in(data).open();
    String value = token.value();
    assertThat(value).hasSize(43);
    assertThat(token.open().value()).isEqualTo(value);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token.file())))
        .isEqualTo("rw-------");
    assertThat(Files.list(data)).containsExactly(token.file());
  }

  @Test
  void isVoidOnceThereIsANewOne() throws IOException {
    AdminToken token = AdminToken.in(data).open();
    String old = token.value();
    String renewed = token.renew();
    assertThat(token.is(old)).isFalse();
    assertThat(token.is(renewed)).isTrue();
    assertThat(token.is("")).isFalse();
  }

  @Test
  void refusesAFileThatHoldsNone() throws IOException {
    assertThatThrownBy(() -> AdminToken.in(data).value()).isInstanceOf(NoSuchFileException.class);
    Files.writeString(data.resolve("admin.token"), "short\n");
    assertThatThrownBy(() -> AdminToken.in(data).open())
        .hasMessageContainingAll("admin.token holds no token", "--renew");
  }

  @Test
  void letsABrowserBeLoggedInUntilItIsOverOrTheTokenIsNew() throws IOException {
    AdminToken token = AdminToken.in(data).open();
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
