package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.codec.transcoding.NotTranscodedException;
import org.dicomgateway.testdata.RealData;
import org.dicomgateway.testdata.TranscodedFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** OHIF draws what was transcoded on its way as it draws the plain pixels that were received. */
class TranscodedInOhifIT {
  /** Signed and unsigned, 12 and 16 bits stored, unused bits, palettes, colour. */
  private static final List<String> FOLDERS =
      List.of(
          "ct/cptac-pda-ge-revolution",
          "ct/lidc-idri-philips-brilliance16",
          "ct/ny-sbu-a067967-current",
          "ct/philips-ingenuity-phantom",
          "us/acuson-cine-8-frames",
          "us/aloka-palette-16bit-segmented",
          "variety/enhanced-mr",
          "variety/overlay",
          "variety/visible-light-sc");

  private record Pair(Path received, Path transcoded) {}

  @RegisterExtension static final Viewer VIEWER = new Viewer();
  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> drawsTheSame() throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (String name : FOLDERS) {
      pairs.addAll(pair(name));
    }
    if (pairs.isEmpty()) {
      return Stream.empty();
    }
    Variants variants = new Variants(VIEWER, "2.25.300", List.of());
    OhifPage ohif =
        variants.open(
            pairs.stream().flatMap(pair -> Stream.of(pair.received, pair.transcoded)).toList());
    return Stream.concat(
        pairs.stream()
            .map(
                pair ->
                    DynamicTest.dynamicTest(
                        pair.transcoded.getParent().getFileName().toString(),
                        () -> compare(ohif, variants, pair))),
        Stream.of(DynamicTest.dynamicTest("closes", ohif::close)));
  }

  private static void compare(OhifPage ohif, Variants variants, Pair pair) {
    Drawing received = ohif.show(variants.series(pair.received));
    assertThat(received.litShare()).isPositive();
    assertThat(ohif.show(variants.series(pair.transcoded))).isEqualTo(received);
  }

  /** The first file of a folder that can be transcoded, as both. */
  private static List<Pair> pair(String name) throws IOException {
    for (Path file : RealData.files(name)) {
      try {
        Path own = Files.createDirectories(folder.resolve(name.replace('/', '-')));
        TranscodedFile transcoded = TranscodedFile.of(file, own);
        return List.of(new Pair(transcoded.received(), transcoded.path()));
      } catch (NotTranscodedException leftAlone) {
        continue;
      }
    }
    return List.of();
  }
}
