package org.dicomgateway.codec.transcoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.codec.transcoding.NotTranscodedException.Reason;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every real file, as the spoke would have it, comes back byte for byte or is left alone. */
class RealFilesTranscodedTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> comesBackByteForByteOrIsLeftAlone() {
    return RealData.files().stream()
        .map(file -> DynamicTest.dynamicTest(RealData.name(file), () -> check(file)));
  }

  private void check(Path file) throws IOException {
    Path target = Files.createTempDirectory(folder, "file").resolve("transcoded.dcm");
    try {
      NativeFile received = NativeFile.received(file, target.getParent());
      Transcoded transcoded = received.transcode(target);
      assertThat(NativeFile.restored(target, transcoded.original()))
          .isEqualTo(Files.readAllBytes(received.path()));
      assertThat(transcoded.sha256()).isEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(target)));
    } catch (NotTranscodedException | DicomParseException leftAlone) {
      assertThat(target).doesNotExist();
    }
  }

  /** By vendor, and so by the oddities of each; the figures are in the decision record. */
  @Test
  void realCtGetsAtLeastTwoAndAHalfTimesSmaller() throws IOException {
    for (String series : List.of("cptac-pda-ge-revolution", "lidc-idri-philips-brilliance16")) {
      long received = 0;
      long transcoded = 0;
      for (Path file : RealData.files("ct/" + series).stream().limit(10).toList()) {
        NativeFile image = NativeFile.received(file, folder);
        received += Files.size(image.path());
        transcoded += image.transcode(folder.resolve("transcoded.dcm")).length();
      }
      assertThat(received).as(series).isGreaterThanOrEqualTo(transcoded * 5 / 2);
    }
  }

  @TestFactory
  Stream<DynamicTest> leavesAloneWhatJpegLsHasNoFormFor() {
    return Stream.of(
            left("us/esaote-raw-ybr-full-422/US-YBR_FULL_422-EVRLE.dcm", Reason.UNSUITABLE_PIXELS),
            left("variety/radiotherapy/rtdose.dcm", Reason.UNSUITABLE_PIXELS),
            left("variety/seg/liver_1frame.dcm", Reason.UNSUITABLE_PIXELS),
            left("variety/explicit-le/SC_rgb_small_odd.dcm", Reason.NO_GAIN),
            left("us/philips-palette/OBXXXX1A_rle_2frame.dcm", Reason.NOT_NATIVE),
            left("variety/explicit-be/SC_rgb_expb.dcm", Reason.NOT_NATIVE),
            left("broken/MR_truncated.dcm", Reason.NOT_REVERSIBLE))
        .flatMap(tests -> tests);
  }

  private Stream<DynamicTest> left(String name, Reason reason) {
    return RealData.file(name).stream()
        .map(file -> DynamicTest.dynamicTest(name, () -> assertLeft(file, reason)));
  }

  private void assertLeft(Path file, Reason reason) throws IOException {
    NativeFile received = NativeFile.received(file, folder);
    NotTranscodedException left = null;
    try {
      received.transcode(folder.resolve("transcoded.dcm"));
    } catch (NotTranscodedException e) {
      left = e;
    }
    assertThat(left).isNotNull().extracting(NotTranscodedException::reason).isEqualTo(reason);
  }
}
