package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Large studies and large instances through services of 256 MB each. */
class SmallHeapIT {
  private static final String MANY = "2.25.20261121002";
  private static final String LARGE = "2.25.20261121003";

  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  @Test
  void studyOfAThousandInstancesGoesThrough() throws Exception {
    List<InstanceFile> files =
        new SyntheticSeries(MANY, 256, 256, 1).write(GATEWAY.folder("many"), 1000);

    assertThat(GATEWAY.send(files)).hasSize(1000).allMatch(Outcome::isSent);

    HubClient hub = GATEWAY.client();
    hub.awaitMetadata(MANY, files.stream().map(InstanceFile::sopInstance).toList());
    for (InstanceFile file : files) {
      UnreliableSend.assertCameBack(hub, file, GATEWAY.folder("returned"));
    }
  }

  @Test
  void instanceOfAGigabyteGoesThrough() throws Exception {
    Path folder = GATEWAY.folder("large");
    List<InstanceFile> files = new SyntheticSeries(LARGE, 1024, 1024, 512).write(folder, 1);

    assertThat(GATEWAY.send(files)).hasSize(1).allMatch(Outcome::isSent);

    HubClient hub = GATEWAY.client();
    hub.awaitMetadata(LARGE, List.of(files.getFirst().sopInstance()));
    UnreliableSend.assertCameBack(hub, files.getFirst(), GATEWAY.folder("returned"));
  }
}
