package org.dicomgateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of every object store. */
abstract class ObjectStoreContract {
  private static final String KEY = "site-a/1.2.3/018f.zip";

  @TempDir Path files;
  private ObjectStore store;

  /** An empty store. */
  abstract ObjectStore open() throws Exception;

  /** Bytes of an object large enough that the store treats it as large. */
  long large() {
    return 1 << 20;
  }

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private void create(String key, byte[] content) throws Exception {
    Path file = Files.write(Files.createTempFile(files, "in", ""), content);
    store.create(key, file, DigestUtils.sha256Hex(content));
  }

  private byte[] read(String key, long offset, long length) throws IOException {
    try (InputStream in = store.read(key, offset, length)) {
      return in.readAllBytes();
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @Test
  void givesBackAnyRangeOfWhatItWasGiven() throws Exception {
    byte[] content = random(100_000);
    create(KEY, content);
    assertThat(store.size(KEY)).contains(100_000L);
    assertThat(read(KEY, 0, content.length)).isEqualTo(content);
    assertThat(read(KEY, 70_001, 5)).isEqualTo(Arrays.copyOfRange(content, 70_001, 70_006));
    assertThat(read(KEY, 99_990, 100)).isEqualTo(Arrays.copyOfRange(content, 99_990, 100_000));
    assertThat(read(KEY, 0, 0)).isEmpty();
    assertThat(read(KEY, 200_000, 10)).isEmpty();
  }

  @Test
  void takesTheSameBytesAgainAsANoOp() throws Exception {
    create(KEY, random(1000));
    create(KEY, random(1000));
    assertThat(read(KEY, 0, 1000)).isEqualTo(random(1000));
  }

  @Test
  void neverReplacesAnObject() throws Exception {
    create(KEY, random(1000));
    assertThatThrownBy(() -> create(KEY, random(999)))
        .isInstanceOf(ObjectExistsException.class)
        .hasMessageContaining(KEY);
    byte[] sameLength = random(1000);
    sameLength[500]++;
    assertThatThrownBy(() -> create(KEY, sameLength)).isInstanceOf(ObjectExistsException.class);
    assertThat(read(KEY, 0, 1000)).isEqualTo(random(1000));
  }

  @Test
  void letsOneOfManyWritersWin() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> writers =
          IntStream.range(0, 8).mapToObj(i -> (Callable<Boolean>) () -> wins(i)).toList();
      int winners = 0;
      for (Future<Boolean> writer : threads.invokeAll(writers)) {
        winners += writer.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
    assertThat(store.size(KEY).orElseThrow()).isBetween(10_000L, 10_007L);
  }

  private boolean wins(int i) throws Exception {
    try {
      create(KEY, random(10_000 + i));
      return true;
    } catch (ObjectExistsException e) {
      return false;
    }
  }

  @Test
  void storesLargeObjectsWhole() throws Exception {
    Path file = files.resolve("large");
    byte[] block = random(1 << 20);
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long written = 0; written < large(); written += block.length) {
        block[0]++;
        out.write(block);
        digest.update(block);
      }
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    store.create(KEY, file, sha256);
    store.create(KEY, file, sha256);
    assertThat(store.size(KEY)).contains(Files.size(file));
    try (InputStream stored = store.read(KEY, 0, Files.size(file));
        InputStream given = Files.newInputStream(file)) {
      assertThat(IOUtils.contentEquals(stored, given)).isTrue();
    }
    create("site-a/1.2.3/other.zip", random(10));
    Path other = Files.write(files.resolve("other"), random(20));
    assertThatThrownBy(() -> store.create(KEY, other, DigestUtils.sha256Hex(random(20))))
        .isInstanceOf(ObjectExistsException.class);
  }

  @Test
  void saysWhatIsNotThere() throws Exception {
    assertThat(store.size(KEY)).isEmpty();
    assertThatThrownBy(() -> read(KEY, 0, 1)).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void listsKeysByPrefixInOrder() throws Exception {
    for (String key : List.of("b/1/x", "a/2/y", "a/10/x", "a/2/x", "ab/1/x", "a/2-1/x")) {
      create(key, random(10));
    }
    assertThat(list("")).containsExactly("a/10/x", "a/2-1/x", "a/2/x", "a/2/y", "ab/1/x", "b/1/x");
    assertThat(list("a/")).containsExactly("a/10/x", "a/2-1/x", "a/2/x", "a/2/y");
    assertThat(list("a/2/")).containsExactly("a/2/x", "a/2/y");
    assertThat(list("a/2")).containsExactly("a/2-1/x", "a/2/x", "a/2/y");
    assertThat(list("c/")).isEmpty();
  }

  private List<String> list(String prefix) throws IOException {
    try (Stream<String> keys = store.list(prefix)) {
      return keys.toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/a", "a/", "a//b", "../a", "a/../b", "a/.b", "a b", "a\\b", "a/b\n", "é"})
  void refusesKeysThatAreUnsafe(String key) {
    assertThatThrownBy(() -> create(key, random(1))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> read(key, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.size(key)).isInstanceOf(IllegalArgumentException.class);
  }
}
