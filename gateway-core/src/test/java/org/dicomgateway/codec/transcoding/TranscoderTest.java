package org.dicomgateway.codec.transcoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.codec.transcoding.NotTranscodedException.Reason;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscoderTest {
  private static final int SIDE = 61;

  @TempDir Path folder;
  private final Random random = new Random(7);

  @ParameterizedTest
  @CsvSource({"8,8,0", "8,8,1", "8,6,0", "8,1,0", "16,16,0", "16,16,1", "16,12,0", "16,12,1"})
  void graysOfAllDepthsComeBack(int allocated, int stored, int representation) throws IOException {
    Attributes image = NativeFile.image(SIDE, SIDE, allocated, stored, representation);
    image.setBytes(Tag.PixelData, VR.OW, samples(SIDE * SIDE, allocated, stored, representation));

    assertComesBack(image, UID.ExplicitVRLittleEndian, stored < 8 ? allocated : stored);
    assertComesBack(image, UID.ImplicitVRLittleEndian, stored < 8 ? allocated : stored);
  }

  /** Unused bits that are no sign, as of overlays in the pixels (PS3.5 §8.1.2). */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void unusedBitsThatHoldSomethingComeBack(int representation) throws IOException {
    Attributes image = NativeFile.image(SIDE, SIDE, 16, 12, representation);
    byte[] samples = samples(SIDE * SIDE, 16, 12, representation);
    samples[2 * 500 + 1] ^= 0x40;
    image.setBytes(Tag.PixelData, VR.OW, samples);

    assertComesBack(image, UID.ExplicitVRLittleEndian, 16);
  }

  @ParameterizedTest
  @ValueSource(strings = {UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian})
  void coloursByPlaneComeBackByPlane(String syntax) throws IOException {
    Attributes image = colour(1, 3);

    Path transcoded = assertComesBack(image, syntax, 8);

    Attributes written = Part10.read(transcoded, ReadOptions.WHOLE).dataSet();
    assertThat(written.integer(Tag.PlanarConfiguration)).hasValue(0);
  }

  @Test
  void framesOfOddLengthComeBackWithTheirPadding() throws IOException {
    assertComesBack(colour(0, 3), UID.ExplicitVRLittleEndian, 8);
  }

  @Test
  void framesAreFoundByTheirOffsetTable() throws IOException {
    Path transcoded = assertComesBack(colour(0, 5), UID.ExplicitVRLittleEndian, 8);

    Part10 file = Part10.read(transcoded, ReadOptions.WHOLE);
    assertThat(file.transferSyntax().uid()).isEqualTo(UID.JPEGLSLossless);
    assertThat(FrameTable.of(file, BulkDataSource.of(transcoded)).frameCount()).isEqualTo(5);
  }

  @Test
  void manyThreadsMakeTheSameFile() throws IOException {
    NativeFile file = NativeFile.write(path(), colour(0, 20), UID.ExplicitVRLittleEndian);
    Transcoded alone = file.transcode(folder.resolve("alone"));
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Transcoded together =
          new Transcoder(new FrameWorkers(threads, 4))
              .transcode(
                  Part10.readLeniently(file.path(), ReadOptions.WHOLE),
                  BulkDataSource.of(file.path()),
                  Files.size(file.path()),
                  DigestUtils.sha256Hex(Files.readAllBytes(file.path())),
                  folder.resolve("together"));

      assertThat(together).isEqualTo(alone);
    }
  }

  /**
   * What senders write: sequences of undefined length in implicit VR, private ones, group lengths.
   */
  @Test
  void implicitSequencesKeepTheirKindOfLength() throws IOException {
    Attributes image = NativeFile.image(SIDE, SIDE, 16, 12, 0);
    image.setBytes(Tag.PixelData, VR.OW, samples(SIDE * SIDE, 16, 12, 0));
    NativeFile plain = NativeFile.write(path(), image, UID.ImplicitVRLittleEndian);
    byte[] bytes = Files.readAllBytes(plain.path());
    int start = (int) Part10.read(plain.path(), ReadOptions.WHOLE).dataSetOffset();
    String more =
        "08000000 04000000 12345678" // group length
            + "08004011 FFFFFFFF FEFF00E0 FFFFFFFF" // Referenced Image Sequence
            + "08005511 04000000 312E3200 FEFF0DE0 00000000 FEFFDDE0 00000000"
            + "08004811 14000000 FEFF00E0 0C000000 08005511 04000000 312E3300";
    Path odd = folder.resolve("odd");
    try (OutputStream out = Files.newOutputStream(odd)) {
      out.write(bytes, 0, start);
      out.write(HexFormat.of().parseHex(more.replace(" ", "")));
      out.write(bytes, start, bytes.length - start);
      out.write(HexFormat.of().parseHex("FCFFFCFF0600000000000000FFFF")); // trailing padding
    }

    assertComesBack(new NativeFile(odd), 12);
  }

  @Test
  void leavesNoiseAlone() throws IOException {
    Attributes image = NativeFile.image(SIDE, SIDE, 16, 16, 0);
    byte[] noise = new byte[SIDE * SIDE * 2];
    random.nextBytes(noise);
    image.setBytes(Tag.PixelData, VR.OW, noise);

    assertLeftAlone(image, Reason.NO_GAIN);
  }

  @Test
  void leavesAloneWhatItsReadersWouldTakeForSomethingElse() throws IOException {
    Attributes image = NativeFile.image(SIDE, SIDE, 16, 12, 0);
    image.setBytes(Tag.PixelData, VR.OW, samples(SIDE * SIDE, 16, 12, 0));

    assertLeftAlone(copy(image).setInt(Tag.HighBit, VR.US, 15), Reason.UNSUITABLE_PIXELS);
    assertLeftAlone(
        copy(image).setString(Tag.NumberOfFrames, VR.IS, "2"), Reason.UNSUITABLE_PIXELS);
    assertLeftAlone(
        copy(image).setString(Tag.PhotometricInterpretation, VR.CS, "HSV"),
        Reason.UNSUITABLE_PIXELS);
    assertLeftAlone(
        copy(image).setBytes(Tag.ExtendedOffsetTable, VR.OV, new byte[8]),
        Reason.UNSUITABLE_PIXELS);
    assertLeftAlone(copy(image).remove(Tag.PixelData), Reason.NOT_NATIVE);
  }

  /** A digest that is not the file's stands for whatever makes a restored file differ. */
  @Test
  void leavesAloneWhatDoesNotComeBack() throws IOException {
    Attributes image = NativeFile.image(SIDE, SIDE, 16, 12, 0);
    image.setBytes(Tag.PixelData, VR.OW, samples(SIDE * SIDE, 16, 12, 0));
    Path file = NativeFile.write(path(), image, UID.ExplicitVRLittleEndian).path();
    Path target = folder.resolve("target");

    assertThatThrownBy(
            () ->
                new Transcoder(FrameWorkers.CALLER)
                    .transcode(
                        Part10.readLeniently(file, ReadOptions.WHOLE),
                        BulkDataSource.of(file),
                        Files.size(file),
                        "0".repeat(64),
                        target))
        .isInstanceOfSatisfying(
            NotTranscodedException.class,
            left -> assertThat(left.reason()).isEqualTo(Reason.NOT_REVERSIBLE));
    assertThat(target).doesNotExist();
  }

  @Test
  void damageIsSeenWhenAFileIsRestored() throws IOException {
    NativeFile file = NativeFile.write(path(), colour(0, 2), UID.ImplicitVRLittleEndian);
    Path target = folder.resolve("target");
    Transcoded transcoded = file.transcode(target);
    Part10 part10 = Part10.read(target, ReadOptions.WHOLE);
    FrameTable table = FrameTable.of(part10, BulkDataSource.of(target));
    byte[] sound = Files.readAllBytes(target);
    ByteRange frame = table.range(1);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = sound.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      damaged[(int) frame.offset() + 100 + random.nextInt(1000)] ^= 0x55;

      assertThat(isRestored(damaged, table, transcoded.original())).isFalse();
    }
  }

  /** Anything but an IOException would be a fault of ours. */
  private static boolean isRestored(byte[] file, FrameTable table, Original original) {
    BulkDataSource bytes =
        range ->
            new ByteArrayInputStream(
                file, (int) range.offset(), file.length - (int) range.offset());
    try {
      return new Restoration(FrameWorkers.CALLER).succeeds(bytes, file.length, table, original);
    } catch (IOException refused) {
      return false;
    }
  }

  private Path path() {
    return folder.resolve("native-" + random.nextInt() + ".dcm");
  }

  private static Attributes copy(Attributes image) {
    Attributes copy = new Attributes();
    image.forEach(copy::put);
    return copy;
  }

  private void assertLeftAlone(Attributes image, Reason reason) throws IOException {
    NativeFile file = NativeFile.write(path(), image, UID.ExplicitVRLittleEndian);
    Path target = folder.resolve("target");
    assertThatThrownBy(() -> file.transcode(target))
        .isInstanceOfSatisfying(
            NotTranscodedException.class, left -> assertThat(left.reason()).isEqualTo(reason));
    assertThat(target).doesNotExist();
  }

  private Path assertComesBack(Attributes image, String syntax, int precision) throws IOException {
    return assertComesBack(NativeFile.write(path(), image, syntax), precision);
  }

  private Path assertComesBack(NativeFile file, int precision) throws IOException {
    Path target = folder.resolve("target");
    Transcoded transcoded = file.transcode(target);
    assertThat(NativeFile.restored(target, transcoded.original()))
        .isEqualTo(Files.readAllBytes(file.path()));
    Part10 written = Part10.read(target, ReadOptions.WHOLE);
    BulkDataSource bytes = BulkDataSource.of(target);
    byte[] codestream = bytes.bytes(FrameTable.of(written, bytes).range(1));
    assertThat(codestream[6]).as("precision").isEqualTo((byte) precision);
    return target;
  }

  private Attributes colour(int planarConfiguration, int frames) {
    return NativeFile.image(SIDE, SIDE, 8, 8, 0)
        .setInt(Tag.SamplesPerPixel, VR.US, 3)
        .setString(Tag.PhotometricInterpretation, VR.CS, "RGB")
        .setInt(Tag.PlanarConfiguration, VR.US, planarConfiguration)
        .setString(Tag.NumberOfFrames, VR.IS, Integer.toString(frames))
        .setBytes(Tag.PixelData, VR.OB, samples(SIDE * SIDE * 3 * frames, 8, 8, 0));
  }

  /** A slope with a little noise, from the lowest to the highest values. */
  private byte[] samples(int count, int allocated, int stored, int representation) {
    ByteBuffer bytes = ByteBuffer.allocate(count * allocated / 8).order(ByteOrder.LITTLE_ENDIAN);
    int values = 1 << stored;
    for (int i = 0; i < count; i++) {
      int noisy = (int) ((long) i * values / count) + random.nextInt(3) - 1;
      int value = Math.clamp(noisy, 0, values - 1) - (representation == 1 ? values / 2 : 0);
      if (allocated == 8) {
        bytes.put((byte) value);
      } else {
        bytes.putShort((short) value);
      }
    }
    return bytes.array();
  }
}
