package org.dicomgateway.samples.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.service.InstanceSender;
import org.dicomgateway.samples.services.Hub;
import org.dicomgateway.samples.services.Spoke;

/** Sends studies to a spoke as a modality would, and watches them arrive at the hub. */
final class Delivery {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(400);

  private final List<Progress> studies;
  private final ProgressView view;

  Delivery(List<StudyFiles.Study> studies, ProgressView view) {
    this.studies = studies.stream().map(Progress::new).toList();
    this.view = view;
  }

  List<Progress> studies() {
    return studies;
  }

  /**
   * Sends all, one study after the other.
   *
   * @param patience how long nothing may change before what is missing is given up
   */
  void run(Hub hub, Spoke spoke, Duration patience) throws IOException, InterruptedException {
    Thread sender = Thread.ofPlatform().name("modality").start(() -> send(spoke));
    try (HubReader reader = new HubReader(hub.address())) {
      List<Progress.Snapshot> last = List.of();
      Instant changed = Instant.now();
      while (true) {
        boolean isSent = !sender.isAlive();
        List<Progress.Snapshot> now = look(reader);
        view.show(now);
        if (!now.equals(last)) {
          last = now;
          changed = Instant.now();
        }
        boolean isDone = isSent && now.stream().allMatch(Progress.Snapshot::isReadable);
        if (isDone || Duration.between(changed, Instant.now()).compareTo(patience) > 0) {
          return;
        }
        Thread.sleep(LOOK_AGAIN);
      }
    } finally {
      sender.interrupt();
    }
  }

  private List<Progress.Snapshot> look(HubReader reader) throws IOException, InterruptedException {
    for (Progress study : studies) {
      if (study.missing() > 0) {
        study.served(reader.instances(study.study().uid()));
      }
    }
    return studies.stream().map(Progress::snapshot).toList();
  }

  private void send(Spoke spoke) {
    AssociationRequestor modality = new AssociationRequestor("MODALITY", Timeouts.DEFAULT);
    InstanceSender sender = new InstanceSender(modality, spoke.dicom(), 1);
    try {
      for (Progress study : studies) {
        sender.send(study.study().files(), study::sent);
      }
    } catch (InterruptedException e) {
      // The watcher has given up.
    }
  }
}
