package org.dicomgateway.spoke.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomgateway.spoke.send.SendStation.awaitCount;
import static org.dicomgateway.spoke.send.SendStation.awaitHealth;
import static org.dicomgateway.spoke.send.SendStation.dispatch;
import static org.dicomgateway.spoke.send.SendStation.note;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.codec.transcoding.FrameWorkers;
import org.dicomgateway.codec.transcoding.Transcoder;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetReader;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.association.AcceptancePolicy;
import org.dicomgateway.dimse.association.AcceptancePolicy.CalledAeTitle;
import org.dicomgateway.dimse.association.AcceptancePolicy.SopClasses;
import org.dicomgateway.dimse.association.AcceptorOptions;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationAcceptor;
import org.dicomgateway.dimse.association.AssociationHandler;
import org.dicomgateway.dimse.service.Completion;
import org.dicomgateway.dimse.service.DicomServiceException;
import org.dicomgateway.dimse.service.ServiceClassProvider;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationSettings.Node;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.Tls;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.dicomgateway.testdata.TestCertificate;
import org.dicomgateway.testdata.TlsFront;
import org.dicomgateway.testdata.TlsFront.Clients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** C-STORE to a node that takes what the test says. */
@Timeout(60)
class NodeCourierTest {
  /** A data set as it came. */
  private record Received(String transferSyntax, byte[] bytes) {
    Attributes dataSet() throws IOException {
      return DataSetReader.read(
          new ByteArrayInputStream(bytes),
          TransferSyntax.of(transferSyntax),
          0,
          ReadOptions.IN_MEMORY);
    }
  }

  /** At which the node ends the association. */
  private static final String POISON = "1.666";

  private static final SopClasses ANYTHING = AcceptancePolicy.storage("NODE").sopClasses();

  @TempDir Path directory;
  private final Map<String, Received> received = new ConcurrentHashMap<>();
  private final List<String> order = new CopyOnWriteArrayList<>();
  private final Map<String, Status> answers = new ConcurrentHashMap<>();
  private final List<Integer> associations = new CopyOnWriteArrayList<>();
  private SendStation station;
  private AssociationAcceptor node;
  private volatile Association current;

  @BeforeEach
  void open() throws IOException {
    station = new SendStation(directory);
  }

  @AfterEach
  void close() {
    station.close();
    if (node != null) {
      node.close();
    }
  }

  private void listen(SopClasses sopClasses) throws IOException {
    listen(0, sopClasses, 16);
  }

  private void listen(int port, SopClasses sopClasses, int window) throws IOException {
    AcceptancePolicy policy =
        new AcceptancePolicy(
            CalledAeTitle.only("NODE"),
            AcceptancePolicy.CallingAeTitle.ANY,
            sopClasses,
            AcceptancePolicy.MAXIMUM_LENGTH,
            window);
    ServiceClassProvider provider =
        new ServiceClassProvider(
            (request, dataSet) -> {
              byte[] bytes = dataSet.readAllBytes();
              String sop = request.affectedSopInstanceUid();
              order.add(sop);
              if (sop.equals(POISON)) {
                current.abort();
              }
              Status answer = answers.getOrDefault(sop, Status.SUCCESS);
              if (answer.category() == Status.Category.FAILURE) {
                throw new DicomServiceException(answer, "as the test says");
              }
              received.put(sop, new Received(request.transferSyntax(), bytes));
              return Completion.DONE;
            });
    AssociationHandler counting =
        association -> {
          current = association;
          associations.add(association.presentationContexts().size());
          provider.handle(association);
        };
    node =
        AssociationAcceptor.start(
            AcceptorOptions.of(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), policy),
            counting);
  }

  private static SopClasses only(String... transferSyntaxes) {
    return proposed ->
        List.of(transferSyntaxes).stream()
            .filter(proposed.transferSyntaxes()::contains)
            .findFirst();
  }

  private Node settings(String title, int port, Optional<Tls> tls) {
    return new Node("pacs", title, "localhost", port, "SPOKE", tls, Limits.NONE);
  }

  private Destination destination() throws IOException {
    return station.open(settings("NODE", node.address().getPort(), Optional.empty()));
  }

  private static byte[] encoded(Attributes dataSet, String syntax) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        Part10.header(
            dataSet.string(Tag.SOPClassUID).orElseThrow(),
            dataSet.string(Tag.SOPInstanceUID).orElseThrow(),
            syntax));
    DataSetWriter.write(dataSet, TransferSyntax.of(syntax), out);
    return out.toByteArray();
  }

  private SpooledInstance accept(Destination destination, Attributes dataSet, String syntax)
      throws Exception {
    SpooledInstance instance = station.receive(dataSet, syntax, encoded(dataSet, syntax));
    destination.accept(instance, dispatch(Urgency.NORMAL));
    return instance;
  }

  @Test
  void sendsAllOverOneAssociationAsTheyAre() throws Exception {
    listen(ANYTHING);
    Destination destination = destination();
    for (int i = 1; i <= 40; i++) {
      station.accept(destination, "1." + i);
    }
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 40);
    assertThat(received).hasSize(40);
    assertThat(order).doesNotHaveDuplicates();
    assertThat(associations).hasSize(1);
    Received first = received.get("1.1");
    assertThat(first.transferSyntax()).isEqualTo(UID.ExplicitVRLittleEndian);
    assertThat(first.dataSet()).isEqualTo(SpoolFixture.image("1.2.3", "1.1", 1000));
    SendStation.await(() -> "the association is released", () -> node.openAssociations() == 0);
    station.accept(destination, "1.41");
    awaitCount(destination, DeliveryState.DELIVERED, 41);
    assertThat(associations).hasSize(2);
  }

  @Test
  void negotiatesAnewForWhatItHasNotProposed() throws Exception {
    listen(ANYTHING);
    Destination destination = destination();
    destination.start();
    station.accept(destination, "1.1");
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    Attributes other =
        SpoolFixture.image("1.2.3", "1.2", 10).setString(Tag.SOPClassUID, VR.UI, "1.3.6.1.4.1.9.1");
    accept(destination, other, UID.ImplicitVRLittleEndian);
    awaitCount(destination, DeliveryState.DELIVERED, 2);
    assertThat(received.get("1.2").transferSyntax()).isEqualTo(UID.ImplicitVRLittleEndian);
  }

  @Test
  void encodesAnewWhatTheNodeTakesOnlyOtherwise() throws Exception {
    listen(only(UID.ImplicitVRLittleEndian));
    Destination destination = destination();
    Attributes image = SpoolFixture.slope("1.2.3", "1.1");
    byte[] pixels = image.bytes(Tag.PixelData).orElseThrow();
    List<String> syntaxes =
        List.of(
            UID.ExplicitVRLittleEndian,
            UID.ExplicitVRBigEndian,
            UID.DeflatedExplicitVRLittleEndian,
            UID.ImplicitVRLittleEndian);
    for (String syntax : syntaxes) {
      String sop = "1." + syntaxes.indexOf(syntax);
      accept(destination, SpoolFixture.slope("1.2.3", sop), syntax);
    }
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 4);
    for (String syntax : syntaxes) {
      Received came = received.get("1." + syntaxes.indexOf(syntax));
      assertThat(came.transferSyntax()).isEqualTo(UID.ImplicitVRLittleEndian);
      assertThat(came.dataSet().bytes(Tag.PixelData)).as(syntax).contains(pixels);
      assertThat(came.dataSet().string(Tag.PatientName)).contains("Nguyen^Van An");
    }
  }

  @Test
  void decodesJpegLsForANodeThatTakesNone() throws Exception {
    listen(only(UID.ExplicitVRLittleEndian));
    Destination destination = destination();
    Attributes image = SpoolFixture.slope("1.2.3", "1.1");
    Path file =
        Files.write(directory.resolve("native"), encoded(image, UID.ExplicitVRLittleEndian));
    Path coded = directory.resolve("coded");
    new Transcoder(FrameWorkers.CALLER)
        .transcode(
            Part10.readLeniently(file, ReadOptions.WHOLE),
            BulkDataSource.of(file),
            Files.size(file),
            DigestUtils.sha256Hex(Files.readAllBytes(file)),
            coded);
    destination.accept(
        station.receive(image, UID.JPEGLSLossless, Files.readAllBytes(coded)),
        dispatch(Urgency.NORMAL));
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(received.get("1.1").dataSet()).isEqualTo(image);
  }

  @Test
  void parksWhatTheNodeDoesNotTake() throws Exception {
    SopClasses ct =
        proposed ->
            proposed.abstractSyntax().equals(UID.CTImageStorage)
                ? only(UID.ExplicitVRLittleEndian).choose(proposed)
                : Optional.empty();
    listen(ct);
    Destination destination = destination();
    station.accept(destination, "1.1");
    Attributes coded = SpoolFixture.image("1.2.3", "1.2", 10).remove(Tag.PixelData);
    accept(destination, coded, UID.JPEG2000Lossless);
    Attributes mr =
        SpoolFixture.image("1.2.3", "1.3", 10)
            .setString(Tag.SOPClassUID, VR.UI, UID.MRImageStorage);
    accept(destination, mr, UID.ExplicitVRLittleEndian);
    destination.start();
    awaitCount(destination, DeliveryState.PARKED, 2);
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(note(destination, "1.2")).contains("JPEG 2000", "CT Image Storage", "let the node");
    assertThat(note(destination, "1.3")).contains("the node does not take MR Image Storage");
  }

  @Test
  void settlesEachByItsStatus() throws Exception {
    listen(ANYTHING);
    answers.put("1.2", Status.DATA_SET_DOES_NOT_MATCH_SOP_CLASS);
    answers.put("1.3", Status.CANNOT_UNDERSTAND);
    answers.put("1.4", Status.PROCESSING_FAILURE);
    answers.put("1.5", Status.DUPLICATE_SOP_INSTANCE);
    Destination destination = destination();
    for (int i = 1; i <= 6; i++) {
      station.accept(destination, "1." + i);
    }
    destination.start();
    awaitCount(destination, DeliveryState.PARKED, 2);
    awaitCount(destination, DeliveryState.DELIVERED, 3);
    assertThat(note(destination, "1.2")).contains("A900H", "as the test says");
    assertThat(note(destination, "1.5")).contains("0111H duplicate SOP instance");
    SendStation.await(
        () -> destination.trace("1.2.3").toString(),
        () -> note(destination, "1.4").contains("trying again: 0110H"));
    answers.clear();
    awaitCount(destination, DeliveryState.DELIVERED, 4);
    assertThat(destination.status().health().state()).isEqualTo(Health.State.UP);
  }

  @Test
  void waitsWhileTheNodeHasNoRoom() throws Exception {
    listen(ANYTHING);
    for (int i = 1; i <= 3; i++) {
      answers.put("1." + i, Status.OUT_OF_RESOURCES);
    }
    Destination destination = destination();
    for (int i = 1; i <= 3; i++) {
      station.accept(destination, "1." + i);
    }
    destination.start();
    awaitHealth(destination, Health.State.DOWN);
    assertThat(destination.status().health().reason()).contains("the node has no room: A700H");
    answers.clear();
    awaitCount(destination, DeliveryState.DELIVERED, 3);
  }

  @Test
  void waitsWhileTheNodeIsDownAndSendsAllOnce() throws Exception {
    listen(ANYTHING);
    int port = node.address().getPort();
    Destination destination = destination();
    destination.start();
    station.accept(destination, "1.1");
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    node.close();
    station.accept(destination, "1.2");
    awaitHealth(destination, Health.State.DOWN);
    assertThat(destination.test().outcome()).isEqualTo(Probe.Outcome.FAILED);
    listen(port, ANYTHING, 1);
    assertThat(destination.test()).isEqualTo(Probe.reached("answers C-ECHO"));
    awaitCount(destination, DeliveryState.DELIVERED, 2);
    assertThat(order).containsExactly("1.1", "1.2");
  }

  @Test
  void anInstanceAtWhichTheAssociationBreaksHoldsUpNoOther() throws Exception {
    listen(0, ANYTHING, 1);
    Destination destination = destination();
    station.accept(destination, POISON);
    for (int i = 1; i <= 5; i++) {
      station.accept(destination, "1." + i);
    }
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 5);
    assertThat(order).filteredOn(sop -> !sop.equals(POISON)).doesNotHaveDuplicates();
    assertThat(note(destination, POISON)).contains("trying again");
  }

  @Test
  void saysThatItIsRefusedAndKeepsEverything() throws Exception {
    listen(ANYTHING);
    Destination destination =
        station.open(settings("OTHER", node.address().getPort(), Optional.empty()));
    station.accept(destination, "1.1");
    destination.start();
    awaitHealth(destination, Health.State.REFUSED);
    assertThat(destination.status().health().reason())
        .contains("called AE title not recognized", "Ask for the node's AE title");
    awaitCount(destination, DeliveryState.WAITING, 1);
    assertThat(destination.test().remedy()).contains("AE title");
  }

  @Test
  void sendsOverTls() throws Exception {
    listen(ANYTHING);
    TestCertificate pacs = TestCertificate.make(directory.resolve("tls"), "pacs");
    TestCertificate spoke = TestCertificate.make(directory.resolve("tls"), "spoke");
    try (TlsFront front =
        TlsFront.start(pacs.serving(spoke), Clients.KNOWN, node.address().getPort())) {
      Tls tls =
          new Tls(
              Optional.of(pacs.certificate()),
              Optional.of(new Tls.Identity(spoke.certificate(), spoke.key())),
              Tls.HostNames.CHECKED);
      Destination destination = station.open(settings("NODE", front.port(), Optional.of(tls)));
      for (int i = 1; i <= 5; i++) {
        station.accept(destination, "1." + i);
      }
      destination.start();
      awaitCount(destination, DeliveryState.DELIVERED, 5);
      assertThat(destination.status().address()).endsWith("(TLS)");
      Probe untrusted =
          new NodeCourier(settings("NODE", front.port(), Optional.of(Tls.DEFAULT))).test();
      assertThat(untrusted.found()).contains("nobody we trust has signed");
      assertThat(untrusted.remedy()).contains("PEM file");
    }
  }

  @Test
  void sendsWhatTheRoutesChange() throws Exception {
    listen(only(UID.ImplicitVRLittleEndian));
    Destination destination = destination();
    destination.accept(
        station.receive("1.1"),
        SendStation.changing(new AttributeChanges(Map.of("PatientID", List.of("BN 7")), Set.of())));
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(received.get("1.1").dataSet().string(Tag.PatientID)).contains("BN 7");
  }
}
