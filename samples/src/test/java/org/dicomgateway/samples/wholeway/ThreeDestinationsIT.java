package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.dicomgateway.testdata.OrthancServer;
import org.dicomgateway.testdata.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * One study to a hub, to Orthanc by C-STORE over TLS and to Orthanc by STOW-RS at once: the one
 * accepts no private SOP class, of which every tenth instance is, the other is down at first.
 */
@Timeout(300)
class ThreeDestinationsIT {
  private static final String STUDY = "2.25.20261122044";
  private static final String PRIVATE_CLASS = "1.3.6.1.4.1.57473.1.1";
  private static final int INSTANCES = 60;

  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  private static final SpokeOperator SPOKE = new SpokeOperator(GATEWAY);

  private static OrthancServer pacs;
  private static OrthancServer web;

  @AfterAll
  static void stop() {
    for (OrthancServer one : new OrthancServer[] {pacs, web}) {
      if (one != null) {
        one.close();
      }
    }
  }

  @Test
  void eachEndsCompleteOnceOrSaysWhatItWillNotTakeAndWhy() throws Exception {
    OrthancServer.Setup later = destinations();
    List<InstanceFile> files = study();
    Set<String> refused =
        files.stream()
            .filter(file -> file.sopClass().equals(PRIVATE_CLASS))
            .map(InstanceFile::sopInstance)
            .collect(Collectors.toSet());
    Set<String> all = files.stream().map(InstanceFile::sopInstance).collect(Collectors.toSet());

    assertThat(GATEWAY.send(files)).allMatch(Outcome::isSent);
    SPOKE.awaitState("hub", "DELIVERED", INSTANCES);
    SPOKE.awaitState("pacs", "PARKED", refused.size());
    SPOKE.awaitState("pacs", "DELIVERED", INSTANCES - refused.size());
    SPOKE.awaitState("web", "WAITING", INSTANCES);
    assertThat(SPOKE.status("web").at("/health/state").asString()).isEqualTo("DOWN");

    GATEWAY.killSpoke();
    GATEWAY.startSpoke();
    web = later.start();
    SPOKE.types("destination", "test", "web");
    SPOKE.awaitState("web", "DELIVERED", INSTANCES);

    assertThat(GATEWAY.client().metadata(STUDY)).isEqualTo(all);
    assertThat(web.came()).hasSize(INSTANCES).containsExactlyInAnyOrderElementsOf(all);
    Set<String> taken = new HashSet<>(all);
    taken.removeAll(refused);
    assertThat(pacs.came()).hasSize(taken.size()).containsExactlyInAnyOrderElementsOf(taken);
    assertTraced(all, refused);
  }

  private static void assertTraced(Set<String> all, Set<String> refused) throws Exception {
    JsonNode trace = SPOKE.trace(STUDY);
    Set<String> taken = new HashSet<>(all);
    taken.removeAll(refused);
    assertThat(SpokeOperator.traced(trace, "hub", "DELIVERED")).isEqualTo(all);
    assertThat(SpokeOperator.traced(trace, "web", "DELIVERED")).isEqualTo(all);
    assertThat(SpokeOperator.traced(trace, "pacs", "DELIVERED")).isEqualTo(taken);
    assertThat(SpokeOperator.traced(trace, "pacs", "PARKED")).isEqualTo(refused);
    assertThat(SPOKE.types("trace", STUDY))
        .contains("web (stow): 60 delivered", "pacs (dicom): 54 delivered, 6 parked")
        .contains("the node does not take " + PRIVATE_CLASS);
  }

  /** Returns the one that is not started. */
  private static OrthancServer.Setup destinations() throws Exception {
    Path certificates = GATEWAY.folder("certificates");
    TestCertificate peer = TestCertificate.make(certificates, "peer");
    TestCertificate spoke = TestCertificate.make(certificates, "spoke");
    OrthancServer.Setup first = OrthancServer.Setup.of(GATEWAY.folder("pacs"), peer, spoke);
    OrthancServer.Setup second = OrthancServer.Setup.of(GATEWAY.folder("web"), peer, spoke);
    pacs = first.start();
    SPOKE.types(
        "destination",
        "add",
        "pacs",
        "--dicom",
        OrthancServer.AE_TITLE + "@localhost:" + first.dicomPort(),
        "--tls-ca",
        peer.certificate().toString(),
        "--tls-certificate",
        spoke.certificate().toString(),
        "--tls-key",
        spoke.key().toString());
    Path password = Files.writeString(certificates.resolve("password"), OrthancServer.PASSWORD);
    SPOKE.types(
        "destination",
        "add",
        "web",
        "--stow",
        "http://127.0.0.1:%d/dicom-web".formatted(second.httpPort()),
        "--user",
        OrthancServer.USER,
        "--password-file",
        password.toString());
    SPOKE.types("route", "add", "everywhere", "--send", "hub,pacs,web");
    return second;
  }

  /** CT of explicit and implicit VR and JPEG-LS; every tenth of a class that is nobody's. */
  private static List<InstanceFile> study() throws IOException, InterruptedException {
    List<InstanceFile> files = new ArrayList<>();
    for (InstanceFile file :
        new SyntheticSeries(STUDY, 64, 64, 1).write(GATEWAY.folder("study"), INSTANCES)) {
      int number = files.size() + 1;
      if (number % 10 == 0) {
        files.add(privateOne(file));
      } else {
        files.add(number % 3 == 0 ? coded(file, "dcmcjpls") : file);
      }
    }
    assertThat(files).extracting(InstanceFile::transferSyntax).contains(UID.JPEGLSLossless);
    return files;
  }

  private static InstanceFile privateOne(InstanceFile file) throws IOException {
    InstanceFile named =
        new InstanceFile(
            file.file(),
            PRIVATE_CLASS,
            file.sopInstance(),
            file.transferSyntax(),
            file.dataSetOffset());
    return ChangedInstance.of(
        named, image -> image.setString(Tag.SOPClassUID, VR.UI, PRIVATE_CLASS));
  }

  private static InstanceFile coded(InstanceFile file, String coder)
      throws IOException, InterruptedException {
    Path target = file.file().resolveSibling("coded-" + file.file().getFileName());
    Command command = Command.run(coder, "--uid-never", file.file().toString(), target.toString());
    assertThat(command.exitCode()).as(command.output()).isZero();
    return InstanceFile.read(target);
  }
}
