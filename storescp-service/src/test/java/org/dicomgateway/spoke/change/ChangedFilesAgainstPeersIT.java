package org.dicomgateway.spoke.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.testdata.Pydicom;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Real files with changed attributes, as pydicom, DCMTK and dicom3tools read them. */
class ChangedFilesAgainstPeersIT {
  private static final Modification BY_US =
      new Modification("yen-bai", "CT1", Instant.parse("2026-01-31T02:03:04.567Z"));

  private static final AttributeChanges PLAIN =
      new AttributeChanges(
          Map.of("PatientID", List.of("HIS-9"), "AccessionNumber", List.of("A-1")),
          Set.of("InstitutionName", "StationName"));

  private static final AttributeChanges VIETNAMESE =
      new AttributeChanges(
          Map.of("StudyDescription", List.of("CT sọ não cấp cứu")), Set.of("InstitutionName"));

  /** Tags of what was changed, and of what notes it. */
  private static final Set<String> PLAIN_TAGS =
      Set.of("00080050", "00080080", "00081010", "00100020", "04000561");

  @TempDir private Path directory;

  private static final int OF_EACH_FOLDER = 3;

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Map<Path, Integer> seen = new HashMap<>();
    for (Path file : RealData.soundFiles()) {
      if (seen.merge(file.getParent(), 1, Integer::sum) > OF_EACH_FOLDER) {
        continue;
      }
      Part10.Reading reading = Part10.readLeniently(file, ReadOptions.WHOLE);
      if (reading.damage().isEmpty() && reading.part10().dataSet().contains(Tag.SOPClassUID)) {
        files.add(file);
      }
    }
    return files;
  }

  /** By original; without those that are refused. */
  private Map<Path, Path> changed(AttributeChanges changes) throws IOException {
    Map<Path, Path> changed = new LinkedHashMap<>();
    for (Path file : files()) {
      Path target = directory.resolve(changed.size() + ".dcm");
      try {
        ChangedFile.write(
            () -> Files.newInputStream(file), BulkDataSource.of(file), changes, BY_US, target);
        changed.put(file, target);
      } catch (UnchangeableException e) {
        assertThat(e).hasMessageContaining("bytes that its character set does not");
      }
    }
    return changed;
  }

  @Test
  void leaveEveryOtherElementAsItWas() throws Exception {
    Map<Path, Path> changed = changed(PLAIN);
    assertThat(changed).hasSameSizeAs(files());

    Map<Path, List<String>> before = Pydicom.run("elements.py", List.copyOf(changed.keySet()));
    Map<Path, List<String>> after = Pydicom.run("elements.py", List.copyOf(changed.values()));
    changed.forEach(
        (original, target) -> {
          List<String> others = incomparable(before.get(original));
          assertThat(unchanged(after.get(target), others))
              .as(RealData.name(original))
              .isEqualTo(unchanged(before.get(original), others));
        });
  }

  /** Paths of elements of odd length, which get a byte of padding, and of what has no digest. */
  private static List<String> incomparable(List<String> elements) {
    return elements.stream()
        .map(line -> line.split(" "))
        .filter(line -> line[3].equals("-") || Integer.parseInt(line[3]) % 2 == 1)
        .filter(line -> !line[2].equals("SQ"))
        .map(line -> line[1])
        .toList();
  }

  /** Group lengths, which are retired, are what they come to now. */
  private static List<String> unchanged(List<String> elements, List<String> others) {
    return elements.stream()
        .filter(line -> !line.matches("E (....0000|0002....) .*"))
        .filter(line -> !PLAIN_TAGS.contains(line.substring(2, 10)))
        .filter(line -> !others.contains(line.split(" ")[1]))
        .toList();
  }

  @Test
  void keepTextThroughUtf8() throws Exception {
    Map<Path, Path> changed = changed(VIETNAMESE);

    Map<Path, List<String>> before = Pydicom.run("dicom_json.py", List.copyOf(changed.keySet()));
    Map<Path, List<String>> after = Pydicom.run("dicom_json.py", List.copyOf(changed.values()));
    changed.keySet().removeIf(file -> !before.get(file).getFirst().startsWith("{"));
    assertThat(changed.size()).isGreaterThan(files().size() * 9 / 10);
    changed.forEach(
        (original, target) -> {
          ObjectNode was = dataSet(before.get(original));
          ObjectNode is = dataSet(after.get(target));
          List<String> unknown =
              was.propertyNames().stream().filter(tag -> isUnknown(was, tag)).toList();
          assertThat(is.remove(unknown)).as(RealData.name(original)).isEqualTo(was.remove(unknown));
        });
  }

  /** What came as UN has its own representation afterwards (PS3.5 §6.2.2). */
  private static boolean isUnknown(ObjectNode dataSet, String tag) {
    return dataSet.path(tag).path("vr").asString("").equals("UN");
  }

  private static ObjectNode dataSet(List<String> printed) {
    ObjectNode dataSet = (ObjectNode) JsonMapper.shared().readTree(printed.getFirst());
    dataSet.remove(List.of("00080005", "00081030", "00080080", "04000561", "7FE00010"));
    dataSet.remove(dataSet.propertyNames().stream().filter(tag -> tag.endsWith("0000")).toList());
    return dataSet;
  }

  @Test
  void areNoWorseThanBeforeToACheckingReader() throws Exception {
    for (Map.Entry<Path, Path> file : changed(PLAIN).entrySet()) {
      assertThat(run("dcmdump", "-q", file.getValue().toString()))
          .as(RealData.name(file.getKey()))
          .contains("(0400,0561)");
      assertThat(errors(file.getValue()))
          .as(RealData.name(file.getKey()))
          .isSubsetOf(errors(file.getKey()));
    }
  }

  private static List<String> errors(Path file) throws IOException {
    return run("dciodvfy", file.toString()).lines().filter(l -> l.startsWith("Error")).toList();
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
