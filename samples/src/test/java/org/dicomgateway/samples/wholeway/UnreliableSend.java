package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.ordeal.Digest;

/**
 * A send to a spoke that dies again and again: as a modality does, it goes on with what was not
 * acknowledged.
 */
final class UnreliableSend {
  private final RunningGateway gateway;
  private final Map<String, InstanceFile> acknowledged = new LinkedHashMap<>();
  private int kills;

  UnreliableSend(RunningGateway gateway) {
    this.gateway = gateway;
  }

  int kills() {
    return kills;
  }

  /** Sends all files, and kills the spoke each time it has acknowledged so many more. */
  void send(List<InstanceFile> files, int acknowledgementsPerLife) throws Exception {
    List<InstanceFile> rest = new ArrayList<>(files);
    while (!rest.isEmpty()) {
      List<InstanceFile> next = rest.subList(0, Math.min(acknowledgementsPerLife, rest.size()));
      for (Outcome outcome : sendAndKill(next)) {
        if (outcome.isSent()) {
          acknowledged.put(outcome.file().sopInstance(), outcome.file());
        }
      }
      rest.removeIf(file -> acknowledged.containsKey(file.sopInstance()));
    }
  }

  /** Kills within the last acknowledgement's arrival, before the association is released. */
  private List<Outcome> sendAndKill(List<InstanceFile> files) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    gateway.send(
        files,
        outcome -> {
          outcomes.add(outcome);
          if (outcomes.size() == files.size()) {
            gateway.killSpoke();
            kills++;
          }
        });
    gateway.startSpoke();
    return outcomes;
  }

  /** Everything acknowledged is at the hub, once, as it was sent. */
  void verify(Path folder, String study) throws Exception {
    HubClient hub = gateway.client();
    hub.awaitMetadata(study, acknowledged.keySet());
    List<String> shown =
        hub.all().stream()
            .filter(instance -> instance.study().equals(study))
            .map(HubClient.Address::instance)
            .toList();
    assertThat(shown)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
    for (InstanceFile sent : acknowledged.values()) {
      assertCameBack(hub, sent, folder);
    }
  }

  static void assertCameBack(HubClient hub, InstanceFile sent, Path folder)
      throws IOException, InterruptedException {
    Path returned = folder.resolve("returned.dcm");
    hub.retrieve(hub.find(sent.sopInstance()).orElseThrow(), returned);
    assertThat(Digest.ofOurs(returned))
        .as("data set of " + sent.file())
        .isEqualTo(Digest.ofDataSet(sent));
  }
}
