package org.dicomgateway.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.testdata.Digests;
import org.dicomgateway.testdata.Pydicom;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FramesAgainstPydicomIT {

  @TestFactory
  Stream<DynamicTest> theFramesAreThoseThatPydicomFinds() throws IOException {
    return Pydicom.run("frames.py", RealData.soundFiles()).entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    RealData.name(file.getKey()),
                    () -> assertThat(frames(file.getKey())).isEqualTo(file.getValue())));
  }

  private static List<String> frames(Path file) throws IOException {
    Part10 part10 = Part10.readLeniently(file, ReadOptions.WHOLE).part10();
    BulkDataSource source = Inflated.source(file, part10);
    FrameTable table = FrameTable.of(part10, source);
    List<String> frames = new ArrayList<>();
    for (int frame = 1; frame <= table.frameCount(); frame++) {
      frames.add("E " + Digests.of(source, fragments(table, frame)));
    }
    return frames;
  }

  private static List<ByteRange> fragments(FrameTable table, int frame) {
    return switch (table) {
      case FrameTable.Native frames -> List.of(frames.range(frame));
      case FrameTable.Encapsulated frames -> frames.frames().get(frame - 1);
    };
  }
}
