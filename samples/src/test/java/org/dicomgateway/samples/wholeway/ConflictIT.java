package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.ordeal.Digest;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Modalities that send the same, or what contradicts itself. */
class ConflictIT {
  private static final String TWICE = "2.25.20261121004";
  private static final String OTHER_BYTES = "2.25.20261121005";
  private static final String RENAMED = "2.25.20261121006";

  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  @Test
  void sameStudyFromTwoModalitiesAtTheSameTimeIsThereOnce() throws Exception {
    List<InstanceFile> files = series(TWICE, 40);
    List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    List<Thread> modalities = new ArrayList<>();
    for (String aeTitle : List.of("CT_A", "CT_B")) {
      modalities.add(Thread.ofPlatform().name(aeTitle).start(() -> send(aeTitle, files, outcomes)));
    }
    for (Thread modality : modalities) {
      modality.join();
    }
    assertThat(outcomes).hasSize(80).allMatch(Outcome::isSent);

    GATEWAY.awaitDelivered();
    assertThat(shown(TWICE)).doesNotHaveDuplicates().hasSize(40);
    for (InstanceFile file : files) {
      UnreliableSend.assertCameBack(GATEWAY.client(), file, GATEWAY.folder("returned"));
    }
    assertThat(conflicts(TWICE).path("instances")).isEmpty();
  }

  private static void send(String aeTitle, List<InstanceFile> files, List<Outcome> outcomes) {
    try {
      GATEWAY.both().send(aeTitle, files, outcomes::add);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void otherBytesUnderTheSameNameAreKeptBesideTheFirstAndShown() throws Exception {
    InstanceFile first = series(OTHER_BYTES, 1).getFirst();
    InstanceFile other =
        ChangedInstance.of(
            first, image -> image.setString(Tag.ImageComments, VR.LT, "taken again"));
    assertThat(GATEWAY.send(List.of(first))).allMatch(Outcome::isSent);
    GATEWAY.awaitDelivered();
    assertThat(GATEWAY.send(List.of(other))).allMatch(Outcome::isSent);
    GATEWAY.awaitDelivered();

    UnreliableSend.assertCameBack(GATEWAY.client(), first, GATEWAY.folder("returned"));
    JsonNode conflicts = conflicts(OTHER_BYTES).path("instances");
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.path(0).path("sopInstanceUid").asString()).isEqualTo(first.sopInstance());
    List<Path> kept =
        new KeptConflicts(GATEWAY.client()).files(first.sopInstance(), GATEWAY.folder("conflicts"));
    assertThat(kept).hasSize(1);
    assertThat(Digest.ofOurs(kept.getFirst())).isEqualTo(Digest.ofDataSet(other));
    assertBothTracesSay(
        OTHER_BYTES,
        "1 conflict, 1 stored",
        "conflict: instance " + first.sopInstance(),
        "the hub serves other bytes",
        "these are kept in " + RunningGateway.SITE);
  }

  @Test
  void studyWhosePatientNameChangesHalfWayIsWholeAndShown() throws Exception {
    List<InstanceFile> files = series(RENAMED, 20);
    for (int i = 10; i < 20; i++) {
      files.set(
          i,
          ChangedInstance.of(
              files.get(i), image -> image.setString(Tag.PatientName, VR.PN, "NGƯỜI^KHÁC")));
    }
    assertThat(GATEWAY.send(files)).allMatch(Outcome::isSent);

    GATEWAY.awaitDelivered();
    assertThat(shown(RENAMED)).doesNotHaveDuplicates().hasSize(20);
    for (InstanceFile file : files) {
      UnreliableSend.assertCameBack(GATEWAY.client(), file, GATEWAY.folder("returned"));
    }
    JsonNode conflicts = conflicts(RENAMED);
    assertThat(conflicts.path("instances")).isEmpty();
    assertThat(conflicts.path("patients").toString()).contains("NGƯỜI^KHÁC", "THỬ NGHIỆM");
    assertBothTracesSay(
        RENAMED,
        "conflict: the study names 2 patients",
        "NGƯỜI^KHÁC",
        "THỬ NGHIỆM",
        "10 instances from site " + RunningGateway.SITE);
  }

  /** Whoever asks for the study's way at either side is told, wherever the lines break. */
  private static void assertBothTracesSay(String study, String... words) throws Exception {
    Traces traces = new Traces(GATEWAY, study);
    for (List<String> lines : List.of(traces.atSpoke(), traces.atHub())) {
      assertThat(String.join(" ", lines).replaceAll("\\s+", " ")).contains(words);
    }
  }

  private static List<InstanceFile> series(String study, int count) throws IOException {
    return new ArrayList<>(
        new SyntheticSeries(study, 128, 128, 1).write(GATEWAY.folder(study), count));
  }

  private static List<String> shown(String study) throws Exception {
    return GATEWAY.client().all().stream()
        .filter(instance -> instance.study().equals(study))
        .map(HubClient.Address::instance)
        .toList();
  }

  private static JsonNode conflicts(String study) throws Exception {
    return GATEWAY.client().json("/api/conflicts?study=" + study);
  }
}
