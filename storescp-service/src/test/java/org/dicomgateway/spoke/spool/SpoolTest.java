package org.dicomgateway.spoke.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.service.Priority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final Attributes IMAGE = SpoolFixture.image("1.2", "1.2.3", 5000);

  @TempDir private Path directory;
  private final FragileDisk disk = new FragileDisk();
  private Spool spool;

  @BeforeEach
  void open() throws IOException {
    spool = Spool.open(directory, 1000, disk);
  }

  @Test
  void keepsTheBytesAsTheyCame() throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, IMAGE);
    byte[] expected = SpoolFixture.part10(IMAGE);
    CRC32 crc = new CRC32();
    crc.update(expected);

    try (InputStream file = spool.open(instance)) {
      assertThat(file.readAllBytes()).isEqualTo(expected);
    }
    assertThat(instance.length()).isEqualTo(expected.length);
    assertThat(instance.crc32()).isEqualTo((int) crc.getValue());
    assertThat(instance.sha256()).isEqualTo(DigestUtils.sha256Hex(expected));
  }

  @Test
  void tellsFromTheFileAloneWhatItIs() throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, IMAGE);

    Spool reopened = Spool.open(directory, 1000);

    assertThat(reopened.ids()).containsExactly(instance.id());
    assertThat(reopened.read(instance.id())).isEqualTo(instance);
  }

  @Test
  void listsInTheOrderOfReceipt() throws Exception {
    List<String> stored =
        List.of(
            SpoolFixture.store(spool, "1.2", "1.2.9", 10).id(),
            SpoolFixture.store(spool, "1.2", "1.2.3", 10).id(),
            SpoolFixture.store(spool, "1.2", "1.2.5", 10).id());

    assertThat(spool.ids()).isEqualTo(stored);
  }

  @Test
  void leavesFilesAloneThatAreNotItsOwn() throws Exception {
    String id = SpoolFixture.store(spool, IMAGE).id();
    Files.writeString(spool.file(id).resolveSibling("notes.inst"), "by a person");

    assertThat(spool.ids()).containsExactly(id);
  }

  @Test
  void readsBackWhatIsNotCommittedYet() throws Exception {
    try (IncomingInstance incoming = spool.receive()) {
      incoming.write(new byte[] {1, 2, 3});
      assertThat(incoming.read().readAllBytes()).containsExactly(1, 2, 3);
      incoming.write(new byte[] {4});
      assertThat(incoming.read().readAllBytes()).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void leavesNothingOfAnInstanceThatIsNotCommitted() throws Exception {
    try (IncomingInstance incoming = spool.receive()) {
      incoming.write(new byte[100]);
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void refusesWhenLessIsFreeThanHasToStayFreeAndTakesUpAgain() throws Exception {
    disk.usableBytes(999);
    assertThatThrownBy(spool::receive)
        .isInstanceOf(SpoolException.class)
        .hasMessage("spool: 0 MiB free, 0 MiB must stay free");

    disk.usableBytes(1000);
    SpoolFixture.store(spool, IMAGE);
    assertThat(spool.ids()).hasSize(1);
  }

  @Test
  void refusesAClipThatEatsTheRoomThatWasFreeWhenItBegan() throws Exception {
    try (IncomingInstance incoming = spool.receive()) {
      disk.usableBytes(999);
      byte[] piece = new byte[1 << 20];
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 65; i++) {
                  incoming.write(piece);
                }
              })
          .isInstanceOf(SpoolException.class);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void leavesNothingHalfWhenTheDiskIsFull() throws Exception {
    disk.failWith(new IOException("No space left on device"));
    try (IncomingInstance incoming = spool.receive()) {
      assertThatThrownBy(() -> incoming.write(new byte[100]))
          .isInstanceOf(SpoolException.class)
          .hasMessage("spool: No space left on device");
    }
    assertThat(files()).isEmpty();

    disk.failWith(null);
    SpoolFixture.store(spool, IMAGE);
    assertThat(spool.ids()).hasSize(1);
  }

  @Test
  void readsFilesOfTheFirstVersionThatTellNoPriority() throws Exception {
    SpooledInstance instance =
        SpoolFixture.store(
            spool, SpoolFixture.image("1.2", "1.2.3", 100), SpoolFixture.MODALITY, Priority.HIGH);
    assertThat(spool.read(instance.id()).priority()).isEqualTo(Priority.HIGH);

    Path file = spool.file(instance.id());
    Files.write(file, firstVersion(Files.readAllBytes(file), (int) instance.length()));

    assertThat(spool.read(instance.id()).priority()).isEqualTo(Priority.MEDIUM);
    assertThat(spool.read(instance.id()).sha256()).isEqualTo(instance.sha256());
  }

  private static byte[] firstVersion(byte[] file, int length) {
    String json =
        new String(file, length, file.length - length - Trailer.FOOTER_LENGTH)
            .replaceFirst(",\"priority\":\"\\w+\"", "");
    ByteBuffer bytes = ByteBuffer.allocate(length + json.length() + Trailer.FOOTER_LENGTH);
    bytes.put(file, 0, length).put(json.getBytes()).putInt(json.length()).putInt(1);
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), length, json.length() + 8);
    bytes.putInt((int) crc.getValue()).put("DXGSPOOL".getBytes());
    return bytes.array();
  }

  @Test
  void recognizesACutFile() throws Exception {
    String id = SpoolFixture.store(spool, IMAGE).id();
    byte[] bytes = Files.readAllBytes(spool.file(id));
    for (int length : List.of(0, 10, bytes.length / 2, bytes.length - 1)) {
      Files.write(spool.file(id), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> spool.read(id)).isInstanceOf(DamagedFileException.class);
    }
  }

  @Test
  void recognizesAChangedTrailer() throws Exception {
    String id = SpoolFixture.store(spool, IMAGE).id();
    byte[] bytes = Files.readAllBytes(spool.file(id));
    bytes[bytes.length - 40] ^= 1;
    Files.write(spool.file(id), bytes);

    assertThatThrownBy(() -> spool.read(id))
        .isInstanceOf(DamagedFileException.class)
        .hasMessage("has a trailer that fails its checksum");
  }

  @Test
  void setsADamagedFileAsideWithoutDeletingIt() throws Exception {
    String id = SpoolFixture.store(spool, IMAGE).id();
    byte[] bytes = Files.readAllBytes(spool.file(id));

    Path aside = spool.setAside(id);

    assertThat(spool.ids()).isEmpty();
    assertThat(aside.getParent()).isEqualTo(directory.resolve("damaged"));
    assertThat(aside).hasBinaryContent(bytes);
  }

  @Test
  void removesAnInstanceAndMindsNotIfItIsGone() throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, IMAGE);

    spool.remove(instance.id());
    spool.remove(instance.id());

    assertThat(spool.ids()).isEmpty();
  }

  @Test
  void removesTheFolderOfAPastTimeWithItsLastInstance() throws Exception {
    String id = "01000000-0000-7000-8000-000000000000";
    Files.createDirectories(spool.file(id).getParent());
    Files.write(spool.file(id), new byte[1]);

    spool.remove(id);

    assertThat(spool.file(id).getParent()).doesNotExist();
  }

  @Test
  void tellsAnInstanceThatHasNoStudy() throws Exception {
    Attributes palette = SpoolFixture.image("1.2", "1.2.3", 10).remove(Tag.StudyInstanceUID);
    SpooledInstance instance = SpoolFixture.store(spool, palette);

    assertThat(spool.read(instance.id()).identity()).isEqualTo(SpoolFixture.identity(palette));
    assertThat(instance.transferSyntaxUid()).isEqualTo(UID.ExplicitVRLittleEndian);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }
}
