package org.dicomgateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dicomgateway.testdata.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest extends ObjectStoreContract {
  private static final AtomicInteger BUCKETS = new AtomicInteger();
  @TempDir static Path root;
  private static S3Server server;

  @BeforeAll
  static void startServer() throws Exception {
    server = new S3Server(root);
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @Override
  ObjectStore open() throws IOException {
    return S3Store.open(server.bucket("bucket-" + BUCKETS.incrementAndGet()));
  }

  @Override
  long large() {
    return 150L << 20;
  }

  @Test
  void saysWhichBucketIsMissing() {
    assertThatThrownBy(() -> S3Store.open(server.location("no-such-bucket", S3Server.KEYS)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-bucket")
        .hasMessageContaining("create it");
  }

  @Test
  void saysThatTheKeysAreRefusedAndNeverTheSecret() {
    S3Location.Keys wrong = new S3Location.Keys("testkey", "wrong-secret");
    assertThatThrownBy(() -> S3Store.open(server.location("bucket-1", wrong)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("403")
        .hasMessageContaining("check access key and secret key")
        .hasMessageNotContaining("wrong-secret");
  }

  @Test
  void saysThatTheServerDoesNotAnswer() {
    S3Location nowhere = S3Location.of("http://127.0.0.1:1/bucket", Optional.of(S3Server.KEYS));
    assertThatThrownBy(() -> S3Store.open(nowhere))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("http://127.0.0.1:1/bucket does not answer");
  }

  @Test
  void readsKeysFromTheUrlAndKeepsTheSecretToItself() {
    S3Location location =
        S3Location.of("s3://me:top-secret@store:9000/packs?region=hn&tls=false", Optional.empty());
    assertThat(location.endpoint()).isEqualTo("http://store:9000");
    assertThat(location.bucket()).isEqualTo("packs");
    assertThat(location.region()).contains("hn");
    assertThat(location.keys()).contains(new S3Location.Keys("me", "top-secret"));
    assertThat(location.toString() + location.keys()).doesNotContain("top-secret");
    assertThatThrownBy(() -> S3Location.of("s3://me:top-secret@store:9000/", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("top-secret");
  }
}
