package org.dicomgateway.dicom.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteSourceTest {
  private static final int LENGTH = 100_000;

  private static byte[] bytes() {
    byte[] bytes = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bytes[i] = (byte) (i % 251);
    }
    return bytes;
  }

  /** Gives a few bytes at a time, and skips none: streams may. */
  private static InputStream reluctant() {
    return new ByteArrayInputStream(bytes()) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 7));
      }

      @Override
      public synchronized long skip(long count) {
        return 0;
      }
    };
  }

  @Test
  void keepsItsPosition() throws IOException {
    ByteSource source = new ByteSource(reluctant(), 1000);
    assertThat(source.has(8000)).isTrue();
    assertThat(source.peek(300)).isEqualTo(300 % 251);
    assertThat(source.read(10_000)).endsWith((byte) (9_999 % 251));
    assertThat(source.position()).isEqualTo(11_000);
    assertThat(source.skip(50_000)).isEqualTo(50_000);
    assertThat(source.position()).isEqualTo(61_000);
    assertThat(source.has(2)).isTrue();
    assertThat(source.peek(0)).isEqualTo(60_000 % 251);
    assertThat(source.skip(50_000)).isEqualTo(40_000);
    assertThat(source.position()).isEqualTo(101_000);
    assertThat(source.has(1)).isFalse();
    assertThat(source.read(5)).isEmpty();
  }

  @Test
  void noticesTheEndOfAFileThatItSkips(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes());
    for (InputStream stream : new InputStream[] {open(file), Files.newInputStream(file)}) {
      try (stream) {
        ByteSource source = new ByteSource(stream, 0);
        assertThat(source.has(10)).isTrue();
        assertThat(source.skip(3_000_000_000L)).isEqualTo(LENGTH);
        assertThat(source.position()).isEqualTo(LENGTH);
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new FileInputStream(file.toFile());
  }
}
