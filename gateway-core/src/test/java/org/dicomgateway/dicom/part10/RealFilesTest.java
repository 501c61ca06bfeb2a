package org.dicomgateway.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RealFilesTest {
  /** Its last item claims 248 bytes, and 224 follow. */
  private static final String CUT_OFF = "variety/media-dicomdir/DICOMDIR-nooffset";

  @TestFactory
  Stream<DynamicTest> readsEverySoundFileToItsEnd() {
    return RealData.soundFiles().stream()
        .map(file -> DynamicTest.dynamicTest(RealData.name(file), () -> readsToTheEnd(file)));
  }

  private static void readsToTheEnd(Path file) throws Exception {
    Part10.Reading reading = Part10.readLeniently(file, ReadOptions.WHOLE);
    if (CUT_OFF.equals(RealData.name(file))) {
      assertThat(reading.damage()).isPresent();
    } else {
      assertThat(reading.damage()).isEmpty();
    }
    assertThat(reading.part10().dataSet().size()).isPositive();
  }
}
