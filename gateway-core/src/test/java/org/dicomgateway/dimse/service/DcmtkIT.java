package org.dicomgateway.dimse.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DCMTK's programs send to us, and we send to them. */
@Timeout(300)
class DcmtkIT {
  /** Each transfer syntax that DCMTK 3.6.7 knows and that carries its own pixels. */
  private static final List<String> TRANSFER_SYNTAXES =
      List.of(
          "1.2.840.10008.1.2",
          "1.2.840.10008.1.2.1",
          "1.2.840.10008.1.2.2",
          "1.2.840.10008.1.2.1.99",
          "1.2.840.10008.1.2.4.50",
          "1.2.840.10008.1.2.4.51",
          "1.2.840.10008.1.2.4.53",
          "1.2.840.10008.1.2.4.55",
          "1.2.840.10008.1.2.4.57",
          "1.2.840.10008.1.2.4.70",
          "1.2.840.10008.1.2.4.80",
          "1.2.840.10008.1.2.4.81",
          "1.2.840.10008.1.2.4.90",
          "1.2.840.10008.1.2.4.91",
          "1.2.840.10008.1.2.4.92",
          "1.2.840.10008.1.2.4.93",
          "1.2.840.10008.1.2.4.100",
          "1.2.840.10008.1.2.4.101",
          "1.2.840.10008.1.2.4.102",
          "1.2.840.10008.1.2.4.103",
          "1.2.840.10008.1.2.4.107",
          "1.2.840.10008.1.2.4.108",
          "1.2.840.10008.1.2.5");

  /** What its storescp does not agree to receive. */
  private static final Set<String> NOT_FOR_STORESCP =
      Set.of(
          "1.2.840.10008.1.2.4.53",
          "1.2.840.10008.1.2.4.55",
          "1.2.840.10008.1.2.4.57",
          "1.2.840.10008.1.2.4.92",
          "1.2.840.10008.1.2.4.93");

  @TempDir Path folder;

  @Test
  void echoscuHearsUs() throws Exception {
    try (StoreScp scp = new StoreScp()) {
      assertThat(PeerProcess.run("echoscu", "-v", "-aec", "SPOKE", "127.0.0.1", port(scp)))
          .contains("Received Echo Response (Success)");
    }
  }

  /** Of uncompressed files it leaves the choice to us, and encodes anew what we did not choose. */
  @Test
  void dcmsendSendsEachCompressedTransferSyntaxAsItIs() throws Exception {
    List<InstanceFile> files = files();
    files.removeIf(file -> !TransferSyntax.of(file.transferSyntax()).encapsulated());
    try (StoreScp scp = new StoreScp()) {
      for (InstanceFile file : files) {
        PeerProcess.run(
            "dcmsend", "-dn", "-aec", "SPOKE", "127.0.0.1", port(scp), file.file().toString());
      }
      assertReceived(scp, files);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-xe", "-xb", "-xi", "-xd", "-xs", "-xy", "-xx", "-xv", "-xw", "-xt", "-xu", "-xr"
      })
  void storescuSendsWhatWasAgreed(String proposal) throws Exception {
    try (StoreScp scp = new StoreScp()) {
      Map<String, String> syntaxes =
          Map.ofEntries(
              Map.entry("-xe", "1.2.840.10008.1.2.1"),
              Map.entry("-xb", "1.2.840.10008.1.2.2"),
              Map.entry("-xi", "1.2.840.10008.1.2"),
              Map.entry("-xd", "1.2.840.10008.1.2.1.99"),
              Map.entry("-xs", "1.2.840.10008.1.2.4.70"),
              Map.entry("-xy", "1.2.840.10008.1.2.4.50"),
              Map.entry("-xx", "1.2.840.10008.1.2.4.51"),
              Map.entry("-xv", "1.2.840.10008.1.2.4.90"),
              Map.entry("-xw", "1.2.840.10008.1.2.4.91"),
              Map.entry("-xt", "1.2.840.10008.1.2.4.80"),
              Map.entry("-xu", "1.2.840.10008.1.2.4.81"),
              Map.entry("-xr", "1.2.840.10008.1.2.5"));
      InstanceFile file = SampleFiles.write(folder, "1.2.840.9", syntaxes.get(proposal));
      PeerProcess.run(
          "storescu",
          proposal,
          "-R",
          "-aec",
          "SPOKE",
          "127.0.0.1",
          port(scp),
          file.file().toString());
      assertThat(scp.requests.remove().transferSyntax()).isEqualTo(file.transferSyntax());
      assertThat(scp.dataSets).containsOnlyKeys(file.sopInstance());
    }
  }

  @Test
  void servesAssociationsOfManySendersAtOnce() throws Exception {
    List<InstanceFile> files = new ArrayList<>();
    for (int i = 1; i <= 80; i++) {
      files.add(SampleFiles.write(folder, "1.2.840.9." + i, "1.2.840.10008.1.2.1"));
    }
    try (StoreScp scp = new StoreScp();
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> tasks = new ArrayList<>();
      for (int sender = 0; sender < 8; sender++) {
        List<String> command =
            new ArrayList<>(List.of("dcmsend", "-aec", "SPOKE", "127.0.0.1", port(scp)));
        files.subList(10 * sender, 10 * sender + 10).stream()
            .map(file -> file.file().toString())
            .forEach(command::add);
        tasks.add(() -> PeerProcess.run(command.toArray(String[]::new)));
      }
      for (Future<String> sent : senders.invokeAll(tasks)) {
        sent.get();
      }
      assertReceived(scp, files);
    }
  }

  @Test
  void storescpGetsEachTransferSyntaxAsItIs() throws Exception {
    List<InstanceFile> files = files();
    files.removeIf(file -> NOT_FOR_STORESCP.contains(file.transferSyntax()));
    Path stored = Files.createDirectory(folder.resolve("stored"));
    try (PeerProcess storescp = PeerProcess.storescp(stored)) {
      Map<String, Outcome> outcomes = new TreeMap<>();
      new InstanceSender(new AssociationRequestor("US", Timeouts.DEFAULT), storescp.address(), 1)
          .send(files, outcome -> outcomes.put(outcome.file().sopInstance(), outcome));
      assertThat(outcomes.values()).hasSize(files.size()).allMatch(Outcome::isSent);
      for (InstanceFile file : files) {
        Path copy = stored.resolve("OT." + file.sopInstance());
        Path found = Files.exists(copy) ? copy : stored.resolve("SC." + file.sopInstance());
        assertThat(SampleFiles.dataSet(InstanceFile.read(found)))
            .as(file.transferSyntax())
            .isEqualTo(SampleFiles.dataSet(file));
      }
    }
  }

  private List<InstanceFile> files() throws Exception {
    List<InstanceFile> files = new ArrayList<>();
    for (String syntax : TRANSFER_SYNTAXES) {
      files.add(SampleFiles.write(folder, "1.2.840.7." + (files.size() + 1), syntax));
    }
    return files;
  }

  private static void assertReceived(StoreScp scp, List<InstanceFile> files) throws Exception {
    assertThat(scp.dataSets).hasSize(files.size());
    for (CStoreRequest request : scp.requests) {
      InstanceFile file =
          files.stream()
              .filter(sent -> sent.sopInstance().equals(request.affectedSopInstanceUid()))
              .findFirst()
              .orElseThrow();
      assertThat(request.transferSyntax()).isEqualTo(file.transferSyntax());
      assertThat(scp.dataSets.get(file.sopInstance()))
          .as(file.transferSyntax())
          .isEqualTo(SampleFiles.dataSet(file));
    }
  }

  private static String port(StoreScp scp) {
    return Integer.toString(scp.address().port());
  }
}
