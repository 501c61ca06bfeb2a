package org.dicomgateway.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BrokenFilesTest {
  private static final String NO_DICOM = "no_meta.dcm";

  /** What is wrong with files that cannot be read to their end; all others can. */
  private static final Map<String, String> DAMAGE =
      Map.of(
          "3gb-bulk-data-truncated",
          "value of 3221225472 bytes is cut off after 98080 at byte 1908, element (7FE0,0010)",
          "FreezePattern.dcm",
          "item outside a sequence at byte 1320, element (FFFE,E000)",
          "GH179B.dcm",
          "value of 20300 bytes is cut off after 1384 at byte 1456, element (2031,0028)",
          "GH626.dcm",
          "what follows is no data set any more at byte 1080, element (0000,0000)",
          "MR_truncated.dcm",
          "value of 8192 bytes is cut off after 8130 at byte 1488, element (7FE0,0010)",
          "emri_small_jpeg_2k_lossless_too_short.dcm",
          "data ends between fragments at byte 40316, element (7FE0,0010)");

  @TestFactory
  Stream<DynamicTest> readsWhatIsThereAndSaysWhatIsWrong() {
    return RealData.files("broken").stream()
        .map(file -> DynamicTest.dynamicTest(RealData.name(file), () -> reads(file)));
  }

  private static void reads(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.equals(NO_DICOM)) {
      assertThatThrownBy(() -> Part10.readLeniently(file, ReadOptions.WHOLE))
          .isInstanceOf(DicomParseException.class)
          .hasMessageStartingWith("neither a DICOM file nor a data set begins at byte 0");
      return;
    }
    Part10.Reading reading = Part10.readLeniently(file, ReadOptions.WHOLE);
    assertThat(reading.damage().map(Throwable::getMessage).orElse("none"))
        .startsWith(DAMAGE.getOrDefault(name, "none"));
    assertThat(reading.part10().dataSet().isEmpty()).isFalse();
    framesLieWithin(file, reading.part10());
  }

  private static void framesLieWithin(Path file, Part10 part10) throws IOException {
    FrameTable frames = FrameTable.of(part10, BulkDataSource.of(file));
    for (int frame = 1; frame <= frames.frameCount(); frame++) {
      assertThat(frames.range(frame).end()).isLessThanOrEqualTo(Files.size(file));
    }
  }

  @TestFactory
  Stream<DynamicTest> servesTheWholeFramesOfACutOffFile() {
    return RealData.file("broken/emri_small_jpeg_2k_lossless_too_short.dcm").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    RealData.name(file),
                    () -> {
                      Part10 part10 = Part10.readLeniently(file, ReadOptions.WHOLE).part10();
                      assertThat(FrameTable.of(part10, BulkDataSource.of(file)).frameCount())
                          .isEqualTo(10);
                    }));
  }
}
