package org.dicomgateway.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.dicomgateway.pack.PackId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
  @TempDir Path folder;

  private static ByteArrayInputStream bytes(int count) {
    return new ByteArrayInputStream(new byte[count]);
  }

  @Test
  void saysThatTheDiskIsFullAndKeepsTheOffset() throws IOException {
    Path full = Files.createSymbolicLink(folder.resolve("full.part"), Path.of("/dev/full"));
    Upload upload = new Upload(new UploadDescription("p", "site", 100, Instant.EPOCH, ""), full);
    assertThatThrownBy(() -> upload.append(bytes(100), 0))
        .asInstanceOf(type(TransferException.class))
        .returns(TransferException.Status.NO_ROOM, TransferException::status)
        .returns(507, e -> e.status().code());
    assertThat(upload.offset()).isZero();
  }

  @Test
  void refusesAnUploadThatHasNoRoom() throws IOException {
    try (Uploads uploads = new Uploads(folder)) {
      assertThatThrownBy(() -> uploads.create(PackId.next(), "site", Long.MAX_VALUE))
          .asInstanceOf(type(TransferException.class))
          .returns(TransferException.Status.NO_ROOM, TransferException::status);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void takesUpWhereAnEarlierProcessStoppedAndDropsBytesOfNoUpload() throws IOException {
    String id = PackId.next();
    try (Uploads uploads = new Uploads(folder)) {
      uploads.create(id, "site", 100).append(bytes(40), 0);
    }
    Path orphan = Files.write(folder.resolve(PackId.next() + ".part"), new byte[5]);
    try (Uploads uploads = new Uploads(folder)) {
      assertThat(uploads.find(id, "site").orElseThrow().offset()).isEqualTo(40);
      assertThat(uploads.find(id, "other")).isEmpty();
      assertThat(orphan).doesNotExist();
    }
  }

  @Test
  void remembersARejectionWithoutTheBytes() throws IOException {
    String id = PackId.next();
    try (Uploads uploads = new Uploads(folder)) {
      Upload upload = uploads.create(id, "site", 10);
      upload.append(bytes(10), 0);
      uploads.reject(upload, "no pack");
    }
    try (Uploads uploads = new Uploads(folder)) {
      Upload upload = uploads.find(id, "site").orElseThrow();
      assertThat(upload.description().rejection()).isEqualTo("no pack");
      assertThat(upload.file()).doesNotExist();
    }
  }

  @Test
  void sweepsWhatNobodyGoesOnWithButNothingThatIsWhole() throws IOException {
    try (Uploads uploads = new Uploads(folder)) {
      Upload begun = uploads.create(PackId.next(), "site", 10);
      Upload whole = uploads.create(PackId.next(), "site", 10);
      Upload rejected = uploads.create(PackId.next(), "site", 10);
      begun.append(bytes(5), 0);
      whole.append(bytes(10), 0);
      rejected.append(bytes(10), 0);
      uploads.reject(rejected, "no pack");
      uploads.sweep(Duration.ofDays(14));
      assertThat(uploads.all()).hasSize(3);
      uploads.sweep(Duration.ofDays(-1));
      assertThat(uploads.all()).containsExactly(whole);
    }
  }
}
