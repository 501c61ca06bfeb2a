package org.dicomgateway.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against CharLS as it is in DCMTK and in GDCM: equal sample for sample. */
class PeersIT {
  private static final ReadOptions HEADER = new ReadOptions(0, Tag.PatientName);
  private static final List<String> SYNTAXES = List.of(UID.JPEGLSLossless, UID.JPEGLSNearLossless);

  /** Of 7 bits, which DCMTK 3.6.7 refuses. */
  private static final Path SEVEN_BITS = Path.of("variety/jpeg-ls/JLSL_08_07_0_1F.dcm");

  @TempDir private Path folder;

  /** Of fewer bits than 8, DCMTK 3.6.7 and GDCM 3.0.21 take none or not all. */
  static Stream<FrameShape> shapes() {
    return Stream.concat(
        IntStream.rangeClosed(8, 16).mapToObj(precision -> new FrameShape(93, 71, 1, precision)),
        Stream.of(new FrameShape(93, 71, 3, 8), new FrameShape(1, 64, 3, 8)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void dcmtkReadsWhatWeWrite(FrameShape shape) throws Exception {
    Path decoded = folder.resolve("decoded.dcm");
    List<short[]> frames = frames(shape);
    run("dcmdjpls", "+px", written(shape, frames), decoded.toString());

    assertSamples(decoded, shape, frames);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void gdcmReadsWhatWeWrite(FrameShape shape) throws Exception {
    Path decoded = folder.resolve("decoded.dcm");
    List<short[]> frames = frames(shape);
    run("gdcmconv", "--raw", written(shape, frames), decoded.toString());

    assertSamples(decoded, shape, frames);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void readsWhatDcmtkWrites(FrameShape shape) throws Exception {
    List<short[]> frames = frames(shape);
    for (String interleave : List.of("+in", "+il", "+is")) {
      List<byte[]> codestreams = encodedByDcmtk(shape, frames, interleave);
      for (int i = 0; i < frames.size(); i++) {
        assertThat(JpegLsDecoder.decode(codestreams.get(i)).samples())
            .as("%s, %s", interleave, Pictures.values()[i])
            .isEqualTo(frames.get(i));
      }
    }
  }

  /** Of a frame whose precision is that of its words, DCMTK's and ours are bit for bit the same. */
  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void writesTheScanThatDcmtkWrites(int precision) throws Exception {
    FrameShape shape = new FrameShape(93, 71, 1, precision);
    List<short[]> frames = frames(shape);
    List<byte[]> theirs = encodedByDcmtk(shape, frames, "+il");
    for (int i = 0; i < frames.size(); i++) {
      assertThat(scan(theirs.get(i))).startsWith(scan(JpegLsEncoder.encode(frames.get(i), shape)));
    }
  }

  @TestFactory
  Stream<DynamicTest> readsTheRealFilesAsDcmtkDoes() {
    return RealData.soundFiles().stream()
        .filter(PeersIT::isJpegLs)
        .filter(file -> !file.endsWith(SEVEN_BITS.getFileName()))
        .map(file -> DynamicTest.dynamicTest(RealData.name(file), () -> assertReadAsByDcmtk(file)));
  }

  @TestFactory
  Stream<DynamicTest> writesFewBitsAsACurrentCharLsDid() {
    return RealData.file(SEVEN_BITS.toString()).stream()
        .map(file -> DynamicTest.dynamicTest(RealData.name(file), () -> assertWrittenAs(file)));
  }

  @TestFactory
  Stream<DynamicTest> keepsRealCtImages() {
    List<Path> files = RealData.files("ct");
    return IntStream.iterate(0, i -> i < files.size(), i -> i + 20)
        .mapToObj(files::get)
        .map(file -> DynamicTest.dynamicTest(RealData.name(file), () -> assertKept(file)));
  }

  private static boolean isJpegLs(Path file) {
    try {
      Part10 part10 = Part10.readLeniently(file, HEADER).part10();
      return SYNTAXES.contains(part10.transferSyntax().uid());
    } catch (IOException e) {
      return false;
    }
  }

  private void assertReadAsByDcmtk(Path file) throws Exception {
    Path raw = folder.resolve("raw.dcm");
    run("dcmdjpls", "+px", file.toString(), raw.toString());
    List<byte[]> codestreams = ImageFile.read(file).encoded();
    ImageFile theirs = ImageFile.read(raw);
    for (int i = 0; i < codestreams.size(); i++) {
      Frame frame = JpegLsDecoder.decode(codestreams.get(i));
      assertThat(frame.samples()).isEqualTo(theirs.samples(frame.shape().precision()).get(i));
    }
  }

  private static void assertWrittenAs(Path file) throws IOException {
    byte[] codestream = ImageFile.read(file).encoded().getFirst();
    Frame frame = JpegLsDecoder.decode(codestream);
    assertThat(frame.shape().precision()).isEqualTo(7);
    assertThat(JpegLsEncoder.encode(frame.samples(), frame.shape())).isEqualTo(codestream);
  }

  private void assertKept(Path file) throws Exception {
    Path encoded = folder.resolve("encoded.dcm");
    run("dcmcjpls", file.toString(), encoded.toString());
    ImageFile image = ImageFile.read(file);
    int bits = image.header().integer(Tag.BitsAllocated).orElseThrow();
    List<byte[]> theirs = ImageFile.read(encoded).encoded();
    for (int i = 0; i < theirs.size(); i++) {
      short[] samples = image.samples(bits).get(i);
      Frame frame = JpegLsDecoder.decode(theirs.get(i));
      assertThat(frame.samples()).isEqualTo(samples);
      byte[] ours = JpegLsEncoder.encode(samples, frame.shape());
      assertThat(scan(theirs.get(i))).startsWith(scan(ours));
      assertThat(JpegLsDecoder.decode(ours).samples()).isEqualTo(samples);
    }
  }

  private static List<short[]> frames(FrameShape shape) {
    return Stream.of(Pictures.values())
        .map(picture -> picture.draw(shape, new Random(shape.precision())))
        .toList();
  }

  private String written(FrameShape shape, List<short[]> frames) throws IOException {
    Path file = folder.resolve("ours.dcm");
    ImageFile.writeJpegLs(
        file, shape, frames.stream().map(frame -> JpegLsEncoder.encode(frame, shape)).toList());
    return file.toString();
  }

  private List<byte[]> encodedByDcmtk(FrameShape shape, List<short[]> frames, String interleave)
      throws Exception {
    Path raw = folder.resolve("raw.dcm");
    Path encoded = folder.resolve("encoded.dcm");
    ImageFile.writeNative(raw, shape, frames);
    run("dcmcjpls", interleave, raw.toString(), encoded.toString());
    return ImageFile.read(encoded).encoded();
  }

  private static void assertSamples(Path file, FrameShape shape, List<short[]> frames)
      throws IOException {
    List<short[]> theirs = ImageFile.read(file).samples(shape.precision());
    for (int i = 0; i < frames.size(); i++) {
      assertThat(theirs.get(i)).as("%s", Pictures.values()[i]).isEqualTo(frames.get(i));
    }
  }

  /** What stands between the scan's header and the end of the image. */
  private static byte[] scan(byte[] codestream) {
    int at = 0;
    while ((codestream[at] & 0xFF) != Marker.PREFIX
        || (codestream[at + 1] & 0xFF) != Marker.START_OF_SCAN) {
      at++;
    }
    int header = codestream[at + 2] << 8 | codestream[at + 3];
    return Arrays.copyOfRange(codestream, at + 2 + header, codestream.length - 2);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isZero();
  }
}
