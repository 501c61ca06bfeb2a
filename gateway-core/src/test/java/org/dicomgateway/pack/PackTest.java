package org.dicomgateway.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.part10.FrameTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
  private static final Instant CREATED = Instant.parse("2026-03-04T05:06:07.890Z");
  private static final FrameTable ENCAPSULATED =
      new FrameTable.Encapsulated(
          List.of(
              List.of(new ByteRange(100, 10), new ByteRange(118, 4)),
              List.of(new ByteRange(130, 7))));

  @TempDir Path folder;
  private final Random random = new Random(7);

  @Test
  void isAZipFileThatOthersRead() throws IOException {
    List<PackLayout.Content> contents = contents(3);
    Path zip = write(layout(contents));
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(Object::toString))
          .containsExactly(
              "1.2/1.2.0.dcm", "1.2/1.2.1.dcm", "1.2/1.2.2.dcm", "metadata.json", "manifest.json");
      for (int i = 0; i < contents.size(); i++) {
        try (InputStream entry = file.getInputStream(file.getEntry("1.2/1.2." + i + ".dcm"))) {
          assertThat(entry.readAllBytes()).isEqualTo(part10(contents.get(i)));
        }
      }
    }
  }

  @Test
  void tellsWhatItHoldsInTwoReads() throws IOException {
    List<PackLayout.Content> contents = contents(40);
    PackLayout layout = layout(contents);
    byte[] pack = bytes(layout);
    AtomicInteger reads = new AtomicInteger();
    PackReader reader =
        PackReader.open(
            (offset, length) -> {
              reads.incrementAndGet();
              return new ByteArrayInputStream(pack, (int) offset, (int) length);
            },
            pack.length);
    assertThat(reader.manifest()).isEqualTo(layout.manifest());
    assertThat(reader.metadata())
        .map(json -> new String(json, StandardCharsets.UTF_8))
        .isEqualTo(contents.stream().map(PackTest::metadataText).toList());
    assertThat(reads).hasValue(2);
  }

  @Test
  void readsOnceMoreWhereTheManifestIsLong() throws IOException {
    PackLayout layout = layout(contents(600));
    byte[] pack = bytes(layout);
    PackReader reader = PackReader.open(source(pack), pack.length);
    assertThat(reader.manifest()).isEqualTo(layout.manifest());
    assertThat(reader.metadata()).hasSize(600);
  }

  @Test
  void givesEachInstanceBack() throws IOException {
    List<PackLayout.Content> contents = contents(5);
    byte[] pack = bytes(layout(contents));
    PackReader reader = PackReader.open(source(pack), pack.length);
    for (int i = 0; i < contents.size(); i++) {
      try (InputStream file = reader.open(reader.manifest().instances().get(i))) {
        assertThat(file.readAllBytes()).isEqualTo(part10(contents.get(i)));
      }
    }
  }

  @Test
  void isTheSameBytesEachTimeAndFromEveryOffset() throws IOException {
    List<PackLayout.Content> contents = contents(4);
    PackLayout layout = layout(contents);
    byte[] whole = bytes(layout);
    assertThat(bytes(layout(contents))).isEqualTo(whole);
    for (int offset = 0; offset <= whole.length; offset += 37) {
      try (InputStream rest = layout.open(offset)) {
        assertThat(rest.readAllBytes()).isEqualTo(Arrays.copyOfRange(whole, offset, whole.length));
      }
    }
  }

  @Test
  void keepsOtherBytesOfTheSameInstanceUnderAnotherName() throws IOException {
    PackLayout.Content first = content("1.2.9", "aaaaaaaa01");
    PackLayout.Content second = content("1.2.9", "bbbbbbbb02");
    Path zip = write(layout(List.of(first, second)));
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(Object::toString))
          .startsWith("1.2/1.2.9.dcm", "1.2/1.2.9.bbbbbbbb.dcm");
    }
    assertThatThrownBy(() -> layout(List.of(first, first)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.2.9");
  }

  @Test
  void refusesWhatIsCutOffAnywhere() throws IOException {
    byte[] pack = bytes(layout(contents(3)));
    for (int length = 0; length < pack.length; length += 11) {
      byte[] cut = Arrays.copyOf(pack, length);
      assertThatThrownBy(() -> PackReader.open(source(cut), cut.length))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void saysNothingFalseOfDamagedBytes() throws IOException {
    PackLayout layout = layout(contents(3));
    byte[] pack = bytes(layout);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = pack.clone();
      int position = pack.length - 1 - random.nextInt(2500);
      damaged[position] ^= (byte) (1 << random.nextInt(8));
      try {
        PackReader reader = PackReader.open(source(damaged), damaged.length);
        assertThat(reader.manifest()).isEqualTo(layout.manifest());
        reader.metadata();
      } catch (IOException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void writesZip64WhereAnInstanceNeedsIt() throws IOException {
    Path file = folder.resolve("huge");
    long length = 0x1_0000_0010L;
    try (var channel =
        Files.newByteChannel(
            Files.createFile(file), java.util.Set.of(java.nio.file.StandardOpenOption.WRITE))) {
      channel.position(length - 1).write(java.nio.ByteBuffer.wrap(new byte[] {1}));
    }
    PackedInstance huge = instance("1.2.7", "cccccccc", length);
    PackLayout layout =
        layout(
            List.of(
                new PackLayout.Content(huge, file, 0, 0, "{}".getBytes(StandardCharsets.UTF_8)),
                content("1.2.8", "dddddddd")));
    assertThat(layout.manifest().instances().get(1).offset()).isGreaterThan(length);
    PackReader reader =
        PackReader.open(
            (offset, count) -> {
              assertThat(count).isLessThan(1 << 20);
              return new ByteArrayInputStream(layout.open(offset).readNBytes((int) count));
            },
            layout.length());
    assertThat(reader.manifest()).isEqualTo(layout.manifest());
    assertThat(reader.metadata()).hasSize(2);
  }

  @Test
  void namesPacksInTheOrderOfTime() {
    List<String> names = IntStream.range(0, 1000).mapToObj(i -> PackId.next()).toList();
    assertThat(names).isSorted().doesNotHaveDuplicates().allMatch(PackId::isValid);
    assertThat(PackId.isValid("../../etc/passwd")).isFalse();
  }

  private List<PackLayout.Content> contents(int count) throws IOException {
    List<PackLayout.Content> contents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      contents.add(content("1.2." + i, "%08x".formatted(i)));
    }
    return contents;
  }

  private PackLayout.Content content(String sopInstanceUid, String sha256) throws IOException {
    byte[] bytes = new byte[200 + random.nextInt(300)];
    random.nextBytes(bytes);
    int fileOffset = random.nextInt(50);
    Path file = Files.write(Files.createTempFile(folder, "instance", ""), bytes);
    CRC32 crc = new CRC32();
    crc.update(bytes, fileOffset, bytes.length - fileOffset - 5);
    PackedInstance instance = instance(sopInstanceUid, sha256, bytes.length - fileOffset - 5L);
    byte[] metadata =
        ("{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"" + sopInstanceUid + "\\u00e9]}\"]}}")
            .getBytes(StandardCharsets.UTF_8);
    return new PackLayout.Content(instance, file, fileOffset, (int) crc.getValue(), metadata);
  }

  private static PackedInstance instance(String sopInstanceUid, String sha256, long length) {
    return new PackedInstance(
        sopInstanceUid,
        "1.2",
        "1.2.840.10008.5.1.4.1.1.2",
        "1.2.840.10008.1.2.1",
        0,
        length,
        sha256,
        new PackedInstance.Encoding("1.2.840.10008.1.2.1", sha256),
        new PackedInstance.Source("CT01", "SPOKE", CREATED),
        sha256.hashCode() % 2 == 0 ? ENCAPSULATED : new FrameTable.Native(77, 512, 3));
  }

  private static PackLayout layout(List<PackLayout.Content> contents) {
    return PackLayout.of(
        "01890a5d-ac96-774b-bcce-b302099a8057", "soc-trang", "1.2.3", CREATED, contents);
  }

  private static String metadataText(PackLayout.Content content) {
    return new String(content.metadata(), StandardCharsets.UTF_8);
  }

  private static byte[] part10(PackLayout.Content content) throws IOException {
    byte[] file = Files.readAllBytes(content.file());
    int start = (int) content.fileOffset();
    return Arrays.copyOfRange(file, start, start + (int) content.instance().length());
  }

  private static byte[] bytes(PackLayout layout) throws IOException {
    try (InputStream all = layout.open(0)) {
      byte[] bytes = all.readAllBytes();
      assertThat(bytes).hasSize((int) layout.length());
      return bytes;
    }
  }

  private Path write(PackLayout layout) throws IOException {
    return Files.write(folder.resolve("pack.zip"), bytes(layout));
  }

  private static PackReader.RangeSource source(byte[] pack) {
    return (offset, length) -> new ByteArrayInputStream(pack, (int) offset, (int) length);
  }
}
