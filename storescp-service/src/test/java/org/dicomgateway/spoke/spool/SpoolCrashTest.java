package org.dicomgateway.spoke.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.service.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops the spool after every step of its writing, with and without a power cut. */
class SpoolCrashTest {
  /** More than the steps of three instances, so that the last rounds run without a stop. */
  private static final int STEPS = 40;

  @TempDir private Path temp;

  @Test
  void holdsWhatWasAcknowledgedAfterAKillAtAnyStep() throws Exception {
    for (int steps = 0; steps < STEPS; steps++) {
      stopAfter(steps, false);
    }
  }

  @Test
  void holdsWhatWasAcknowledgedAfterAPowerCutAtAnyStep() throws Exception {
    for (int steps = 0; steps < STEPS; steps++) {
      stopAfter(steps, true);
    }
  }

  private void stopAfter(int steps, boolean powerCut) throws IOException {
    Path directory = temp.resolve("after-" + steps);
    FragileDisk disk = new FragileDisk();
    Files.createDirectory(directory);
    Spool spool = Spool.open(directory, 0, disk);
    disk.cutPowerAfter(steps);
    List<SpooledInstance> acknowledged = storeUntilCut(spool);
    if (powerCut) {
      disk.forgetUnforced();
    }

    Spool reopened = Spool.open(directory, 0);

    List<String> ids = reopened.ids();
    assertThat(ids).containsAll(acknowledged.stream().map(SpooledInstance::id).toList());
    for (SpooledInstance instance : acknowledged) {
      assertThat(reopened.read(instance.id())).isEqualTo(instance);
      try (InputStream file = reopened.open(instance)) {
        assertThat(file.readAllBytes())
            .isEqualTo(SpoolFixture.part10(image(instance.identity().sopInstanceUid())));
      }
    }
    // At most the one that was under way: durable, but the sender was not told.
    assertThat(ids.size() - acknowledged.size()).isBetween(0, 1);
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  private static List<SpooledInstance> storeUntilCut(Spool spool) throws IOException {
    List<SpooledInstance> acknowledged = new ArrayList<>();
    try {
      for (int i = 1; i <= 3; i++) {
        // No try-with-resources: a process that is killed closes nothing.
        acknowledged.add(storeWithoutClosing(spool, image("1.2." + i)));
      }
    } catch (FragileDisk.PowerCut e) {
      return acknowledged;
    }
    return acknowledged;
  }

  private static SpooledInstance storeWithoutClosing(Spool spool, Attributes image)
      throws IOException {
    IncomingInstance incoming = spool.receive();
    byte[] file = SpoolFixture.part10(image);
    incoming.write(file, 0, file.length / 2);
    incoming.write(file, file.length / 2, file.length - file.length / 2);
    return incoming.commit(
        SpoolFixture.identity(image),
        UID.ExplicitVRLittleEndian,
        SpoolFixture.MODALITY,
        Priority.MEDIUM);
  }

  private static Attributes image(String sop) {
    return SpoolFixture.image("1.2", sop, 3000);
  }
}
