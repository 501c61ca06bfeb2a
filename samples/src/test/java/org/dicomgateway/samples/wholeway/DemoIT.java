package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gateway demo} as a visitor types it. */
class DemoIT {
  @TempDir Path folder;

  @Test
  void demoShowsItsStudiesAndCanBeStartedAgainOnTheSameData() throws Exception {
    for (int start = 1; start <= 2; start++) {
      Command demo = demo("--data", folder.resolve("data").toString());

      assertThat(demo.exitCode()).as(demo.output()).isZero();
      assertThat(demo.output())
          .contains("NGUYỄN VĂN AN: 120 of 120 received, 120 readable at the hub")
          .contains("TRẦN THỊ BÌNH: 1 of 1 received, 1 readable at the hub")
          .contains("/viewer?StudyInstanceUIDs=2.25.292161544514142713160289644885751636682");
    }
  }

  @Test
  void filesThatAreNoInstancesAreNamedAndTheOthersGoOn() throws Exception {
    Path studies = Files.createDirectory(folder.resolve("studies"));
    Files.writeString(studies.resolve("readme.txt"), "not DICOM");
    new SyntheticSeries("2.25.20261121004", 64, 64, 1).write(studies.resolve("ct"), 3);

    Command demo =
        demo("--studies", studies.toString(), "--data", folder.resolve("own").toString());

    assertThat(demo.output()).contains("skipped " + studies.resolve("readme.txt"));
    assertThat(demo.output()).contains("3 of 3 received, 3 readable at the hub");
    assertThat(demo.exitCode()).as(demo.output()).isZero();
  }

  @Test
  void folderWithoutInstancesIsAFailure() throws Exception {
    Path studies = Files.createDirectory(folder.resolve("empty"));

    Command demo =
        demo("--studies", studies.toString(), "--data", folder.resolve("none").toString());

    assertThat(demo.exitCode()).isEqualTo(1);
    assertThat(demo.output()).contains("no DICOM instances below " + studies);
  }

  private static Command demo(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("demo", "--exit"));
    words.addAll(List.of(arguments));
    return Command.gateway(words);
  }
}
