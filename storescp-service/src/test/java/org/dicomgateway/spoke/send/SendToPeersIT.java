package org.dicomgateway.spoke.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomgateway.spoke.send.SendStation.awaitCount;
import static org.dicomgateway.spoke.send.SendStation.awaitHealth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.spoke.destination.Credentials;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationSettings.Node;
import org.dicomgateway.spoke.destination.DestinationSettings.Stow;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.Secret;
import org.dicomgateway.spoke.destination.Tls;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.testdata.OrthancServer;
import org.dicomgateway.testdata.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Others' software takes what we send, over TLS and by STOW-RS. */
@Timeout(120)
class SendToPeersIT {
  private static final int INSTANCES = 25;

  @TempDir Path directory;
  private SendStation station;
  private TestCertificate peer;
  private TestCertificate spoke;

  @BeforeEach
  void open() throws IOException {
    station = new SendStation(directory);
    peer = TestCertificate.make(directory.resolve("tls"), "peer");
    spoke = TestCertificate.make(directory.resolve("tls"), "spoke");
  }

  @AfterEach
  void close() {
    station.close();
  }

  private Tls tls() {
    return new Tls(
        Optional.of(peer.certificate()),
        Optional.of(new Tls.Identity(spoke.certificate(), spoke.key())),
        Tls.HostNames.CHECKED);
  }

  private Node node(String title, int port) {
    return new Node("pacs", title, "localhost", port, "SPOKE", Optional.of(tls()), Limits.NONE);
  }

  private void acceptAll(Destination destination) throws Exception {
    for (int i = 1; i <= INSTANCES; i++) {
      station.accept(destination, "1.2.826.0.1." + i);
    }
  }

  @Test
  void dcmtkTakesInstancesOverTls() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("storescp"));
    int port = OrthancServer.freePort();
    Destination destination = station.open(node("STORESCP", port));
    acceptAll(destination);
    destination.start();
    awaitHealth(destination, Health.State.DOWN);
    Process storescp =
        new ProcessBuilder(
                List.of(
                    "storescp",
                    "+tls",
                    peer.key().toString(),
                    peer.certificate().toString(),
                    "+cf",
                    spoke.certificate().toString(),
                    "-od",
                    folder.toString(),
                    Integer.toString(port)))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("storescp.log").toFile())
            .start();
    try {
      SendStation.await(
          () -> "storescp answers",
          () -> {
            try {
              return destination.test().outcome() == Probe.Outcome.REACHED;
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          });
      awaitCount(destination, DeliveryState.DELIVERED, INSTANCES);
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> all = files.toList();
        assertThat(all).hasSize(INSTANCES);
        for (Path file : all) {
          Attributes came = Part10.read(file, ReadOptions.IN_MEMORY).dataSet();
          String sop = came.string(Tag.SOPInstanceUID).orElseThrow();
          assertThat(came).isEqualTo(SpoolFixture.image(SendStation.STUDY, sop, 1000));
        }
      }
      assertThat(Files.readString(directory.resolve("storescp.log"))).doesNotContain("E: ");
    } finally {
      storescp.destroy();
      storescp.waitFor();
    }
  }

  @Test
  void orthancTakesInstancesOverTlsAndByStowRs() throws Exception {
    OrthancServer.Setup setup = OrthancServer.Setup.of(directory.resolve("orthanc"), peer, spoke);
    try (OrthancServer orthanc = setup.start()) {
      Destination node = station.open(node(OrthancServer.AE_TITLE, setup.dicomPort()));
      acceptAll(node);
      node.start();
      awaitCount(node, DeliveryState.DELIVERED, INSTANCES);
      assertThat(node.test()).isEqualTo(Probe.reached("answers C-ECHO"));
      assertThat(orthanc.came()).hasSize(INSTANCES).doesNotHaveDuplicates();

      Stow settings =
          new Stow(
              "web",
              orthanc.dicomWeb(),
              new Credentials.Basic(OrthancServer.USER, new Secret.Given(OrthancServer.PASSWORD)),
              Tls.DEFAULT,
              Limits.NONE);
      Destination stow = station.open(settings);
      for (int i = 1; i <= INSTANCES; i++) {
        stow.accept(
            SpoolFixture.store(station.spool, "1.2.4", "1.2.4.0." + i, 1000),
            SendStation.dispatch(Urgency.NORMAL));
      }
      stow.start();
      awaitCount(stow, DeliveryState.DELIVERED, INSTANCES);
      assertThat(stow.test()).isEqualTo(Probe.reached("answers a search (200)"));
      assertThat(orthanc.came()).hasSize(2 * INSTANCES).doesNotHaveDuplicates();
      assertThat(orthanc.instances()).isEqualTo(2 * INSTANCES);
      assertThat(
              new StowCourier(
                      new Stow(
                          "web",
                          orthanc.dicomWeb(),
                          new Credentials.None(),
                          Tls.DEFAULT,
                          Limits.NONE))
                  .test()
                  .found())
          .contains("does not let us in (401)");
    }
  }
}
