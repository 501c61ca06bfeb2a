package org.dicomgateway.hub.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.hub.testhub.StoredFile;
import org.dicomgateway.testdata.Digests;
import org.dicomgateway.testdata.Pydicom;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Frames of every real file against the ones that pydicom and numpy make of it. */
class ServedFramesIT {

  @TestFactory
  Stream<DynamicTest> framesAreThoseThatPydicomMakes() throws IOException {
    return Pydicom.run("served-frames.py", RealData.soundFiles()).entrySet().stream()
        .filter(file -> file.getValue().stream().anyMatch(line -> line.startsWith("E")))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    RealData.name(file.getKey()),
                    () -> assertThat(served(file.getKey())).isEqualTo(file.getValue())));
  }

  private static List<String> served(Path file) throws Exception {
    StoredFile stored = StoredFile.of(file);
    ServedInstance instance = new InstanceReader(stored.store()).open(stored.row());
    List<String> lines = new ArrayList<>();
    for (int frame = 1; frame <= instance.frameCount(); frame++) {
      try (var bytes = instance.frame(frame)) {
        byte[] content = bytes.readAllBytes();
        lines.add("E " + Digests.of(content));
      }
      assertThat(stored.store().takeReads()).hasSize(1);
    }
    return lines;
  }
}
