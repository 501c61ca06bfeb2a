package org.dicomgateway.samples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.PersonName;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.pack.InstanceIdentity;

/**
 * A folder's DICOM files by study.
 *
 * @param studies in the order of the first file of each
 * @param others files that are no instances, with why
 */
record StudyFiles(List<Study> studies, Map<Path, String> others) {
  private static final ReadOptions HEADER = new ReadOptions(1024, Tag.SeriesInstanceUID + 1);

  /**
   * A study to send.
   *
   * @param title modality and patient
   */
  record Study(String uid, String title, List<InstanceFile> files) {}

  static StudyFiles below(Path folder) throws IOException {
    StudyFiles found = new StudyFiles(new ArrayList<>(), new LinkedHashMap<>());
    Map<String, Study> byUid = new LinkedHashMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        found.add(file, byUid);
      }
    }
    found.studies.addAll(byUid.values());
    return found;
  }

  private void add(Path file, Map<String, Study> byUid) {
    try {
      Part10 head = Part10.read(file, HEADER);
      Attributes header = head.dataSet();
      String uid = InstanceIdentity.of(head).studyInstanceUid();
      byUid
          .computeIfAbsent(uid, _ -> new Study(uid, title(header), new ArrayList<>()))
          .files
          .add(InstanceFile.read(file));
    } catch (IOException e) {
      others.put(file, e.getMessage());
    }
  }

  private static String title(Attributes header) {
    String modality = header.string(Tag.Modality).orElse("?");
    String name = header.string(Tag.PatientName).orElse("?");
    return modality + " " + PersonName.parse(name).alphabetic().replace('^', ' ').strip();
  }
}
