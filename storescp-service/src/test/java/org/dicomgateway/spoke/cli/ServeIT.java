package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.ServiceClassUser;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as operators run it, and DCMTK as modalities speak to it. */
@Timeout(300)
class ServeIT {
  private static final URI NO_HUB = URI.create("http://127.0.0.1:9");

  @TempDir private Path directory;
  private Path data;

  @BeforeEach
  void folder() {
    data = directory.resolve("data");
  }

  @Test
  void takesWhatDcmtkSends() throws Exception {
    Path files = Files.createDirectory(directory.resolve("files"));
    for (int i = 0; i < 20; i++) {
      Attributes image = SpoolFixture.image("1.2", "1.2.3." + i, 2000);
      Files.write(files.resolve(i + ".dcm"), SpoolFixture.part10(image));
    }
    try (SpokeProcess spoke = SpokeProcess.start(data, NO_HUB, "t")) {
      String port = Integer.toString(spoke.port());
      assertThat(run("echoscu", "-aec", "GATEWAY", "localhost", port)).isZero();
      assertThat(run("dcmsend", "-aec", "GATEWAY", "localhost", port, "+sd", files.toString()))
          .isZero();
      assertThat(
              run(
                  "storescu",
                  "-aec",
                  "GATEWAY",
                  "localhost",
                  port,
                  files.resolve("3.dcm").toString()))
          .isZero();
      assertThat(spoke.stop()).isZero();
    }
    assertThat(spooled()).hasSize(20);
  }

  @Test
  void holdsWhatItAcknowledgedThroughKills() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    for (int round = 0; round < 5; round++) {
      try (SpokeProcess spoke = SpokeProcess.start(data, NO_HUB, "t")) {
        acknowledged.addAll(sendAndKill(spoke, round, 10));
      }
    }
    try (SpokeProcess spoke = SpokeProcess.start(data, NO_HUB, "t")) {
      while (backlog(spoke) < acknowledged.size()) {
        Thread.sleep(20);
      }
      assertThat(spoke.stop()).isZero();
    }
    assertThat(acknowledged).hasSize(50);
    assertThat(spooled()).containsAll(acknowledged);
  }

  /** Returns the instances it was told are stored; the process dies while more are coming. */
  private static Set<String> sendAndKill(SpokeProcess spoke, int round, int after)
      throws Exception {
    Set<String> acknowledged = new HashSet<>();
    ApplicationEntity gateway = new ApplicationEntity("GATEWAY", "localhost", spoke.port());
    List<ProposedContext> contexts =
        List.of(new ProposedContext(1, UID.CTImageStorage, List.of(UID.ExplicitVRLittleEndian)));
    try (Association association =
        new AssociationRequestor("CT1", Timeouts.DEFAULT).open(gateway, contexts)) {
      ServiceClassUser user = new ServiceClassUser(association);
      for (int i = 0; ; i++) {
        String sop = "1.2.%d.%d".formatted(round, i);
        ByteArrayInputStream dataSet = new ByteArrayInputStream(dataSet(sop));
        var context = association.presentationContexts().iterator().next();
        if (user.store(sop, context, dataSet).status().equals(Status.SUCCESS)) {
          acknowledged.add(sop);
        }
        if (acknowledged.size() == after) {
          spoke.kill();
        }
      }
    } catch (AssociationException e) {
      return acknowledged;
    }
  }

  private static byte[] dataSet(String sop) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataSetWriter.write(
        SpoolFixture.image("1.2", sop, 50_000),
        TransferSyntax.of(UID.ExplicitVRLittleEndian),
        bytes);
    return bytes.toByteArray();
  }

  /** SOP Instance UIDs of the spool, each file read to its end and held against its digest. */
  private List<String> spooled() throws Exception {
    Spool spool = Spool.open(data.resolve("spool"), 0);
    List<String> instances = new ArrayList<>();
    for (String id : spool.ids()) {
      SpooledInstance instance = spool.read(id);
      try (InputStream file = spool.open(instance)) {
        assertThat(DigestUtils.sha256Hex(file)).isEqualTo(instance.sha256());
      }
      instances.add(instance.identity().sopInstanceUid());
    }
    return instances;
  }

  @Test
  void printsItsReadyLineAndNothingElse() throws Exception {
    try (SpokeProcess spoke = SpokeProcess.start(data, NO_HUB, "t")) {
      assertThat(get(spoke, "/actuator/health")).contains("UP");
      assertThat(get(spoke, "/actuator/prometheus"))
          .contains("gateway_receive_acknowledgement_seconds", "gateway_forward_backlog_bytes");
      assertThat(get(spoke, "/api/status")).contains("\"aeTitle\":\"GATEWAY\"", "\"line\"");

      assertThat(spoke.stop()).isZero();
      assertThat(spoke.output()).hasSize(1);
    }
  }

  @Test
  void leavesAFolderToTheSpokeThatRunsOnIt() throws Exception {
    try (SpokeProcess first = SpokeProcess.start(data, NO_HUB, "t");
        SpokeProcess second = launch("--dicom-port=0", "--admin-port=0")) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.errors()).contains("another spoke runs on", "--data");
      assertThat(second.output()).isEmpty();
      assertThat(first.stop()).isZero();
    }
  }

  @Test
  void saysWhichPortItCannotListenOn() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      try (SpokeProcess spoke = launch("--dicom-port=" + port, "--admin-port=0")) {
        assertThat(spoke.exitCode()).isEqualTo(1);
        assertThat(spoke.errors()).contains("cannot listen on", port);
      }
      try (SpokeProcess spoke =
          launch("--dicom-port=0", "--admin-bind=0.0.0.0", "--admin-port=" + port)) {
        assertThat(spoke.exitCode()).isEqualTo(1);
        assertThat(spoke.errors()).contains("cannot listen on", port);
      }
    }
  }

  @Test
  void saysThatAFolderCannotBeUsed() throws Exception {
    Files.writeString(data, "a file, not a folder");
    try (SpokeProcess spoke = launch("--dicom-port=0", "--admin-port=0")) {
      assertThat(spoke.exitCode()).isEqualTo(1);
      assertThat(spoke.errors()).contains(data.toString()).doesNotContain("\tat ");
    }
  }

  @Test
  void saysWhatIsMissingInOneLine() throws Exception {
    try (SpokeProcess spoke = SpokeProcess.launch(data, "--aet=GATEWAY")) {
      assertThat(spoke.exitCode()).isEqualTo(2);
      assertThat(spoke.errors().lines())
          .singleElement()
          .asString()
          .contains("--dicom-port is missing", "GATEWAY_DICOM_PORT", "spoke serve --help");
    }
  }

  private SpokeProcess launch(String... arguments) throws IOException {
    List<String> all =
        new ArrayList<>(List.of("--aet=GATEWAY", "--hub=" + NO_HUB, "--site=s", "--token=t"));
    all.addAll(List.of(arguments));
    return SpokeProcess.launch(data, all.toArray(String[]::new));
  }

  private static long backlog(SpokeProcess spoke) throws Exception {
    return get(spoke, "/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith("gateway_forward_backlog_instances "))
        .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
        .findFirst()
        .orElseThrow();
  }

  private static String get(SpokeProcess spoke, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(spoke.admin() + path)).build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
