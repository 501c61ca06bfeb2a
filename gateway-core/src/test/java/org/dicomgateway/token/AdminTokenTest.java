package org.dicomgateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {
  @TempDir private Path data;

  @Test
  void isMadeOnceAndReadByItsOwnerOnly() throws IOException {
    AdminToken token = AdminToken.of(Optional.empty(), data).open();
    String value = token.value();
    assertThat(value).hasSize(43);
    assertThat(token.open().value()).isEqualTo(value);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token.file())))
        .isEqualTo("rw-------");
    assertThat(Files.list(data)).containsExactly(token.file());
  }

  @Test
  void isVoidOnceThereIsANewOne() throws IOException {
    AdminToken token = AdminToken.of(Optional.empty(), data).open();
    String old = token.value();
    String renewed = token.renew();
    assertThat(token.is(old)).isFalse();
    assertThat(token.is(renewed)).isTrue();
    assertThat(token.is("")).isFalse();
  }

  @Test
  void refusesAFileThatHoldsNone() throws IOException {
    assertThatThrownBy(() -> AdminToken.of(Optional.empty(), data).value())
        .isInstanceOf(NoSuchFileException.class);
    Files.writeString(data.resolve("admin.token"), "short\n");
    assertThatThrownBy(() -> AdminToken.of(Optional.empty(), data).open())
        .hasMessageContainingAll("admin.token holds no token", "--renew");
  }
}
