package org.dicomgateway.spoke.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.PresentationContext;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.ServiceClassUser;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.forward.ForwardSettings;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.forward.Preparation;
import org.dicomgateway.spoke.modality.Callers;
import org.dicomgateway.spoke.route.RouteLedger;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.route.Routes;
import org.dicomgateway.spoke.route.StudyHolds;
import org.dicomgateway.spoke.route.UrgencyRules;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReceiverTest {
  private static final TransferSyntax SYNTAX = TransferSyntax.of(UID.ExplicitVRLittleEndian);
  private static final Attributes IMAGE = SpoolFixture.image("1.2", "1.2.3", 5000);

  @TempDir private Path directory;
  private Spool spool;
  private Forwarder forwarder;
  private RouteLedger ledger;
  private Router router;
  private Receiver receiver;

  @BeforeEach
  void open() throws Exception {
    start(0);
  }

  /**
   * @param freeFloor bytes of the disk that stay free
   */
  private void start(long freeFloor) throws Exception {
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), freeFloor);
    ForwardSettings settings = new ForwardSettings(URI.create("http://localhost:9"), "s", "t", 1);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    forwarder =
        Forwarder.open(directory.resolve("queue.db"), spool, settings, Preparation.NONE, registry);
    Destinations destinations = new Destinations(new SimpleMeterRegistry());
    destinations.put(forwarder);
    ledger = RouteLedger.open(directory.resolve("routes.db"));
    router =
        new Router(
            spool,
            Routes.open(directory.resolve("routes"), destinations::names),
            destinations,
            ledger,
            UrgencyRules.BY_PRIORITY,
            Callers.ANYBODY::doubts,
            StudyHolds.open(directory.resolve("holds.json")));
    router.start();
    receiver =
        Receiver.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            "GATEWAY",
            Callers.ANYBODY,
            spool,
            router,
            registry);
  }

  @AfterEach
  void close() throws Exception {
    receiver.close();
    router.close();
    forwarder.close();
    ledger.close();
  }

  @Test
  void holdsTheBytesThatItAcknowledges() throws Exception {
    assertThat(send(IMAGE).status()).isEqualTo(Status.SUCCESS);

    SpooledInstance instance = spool.read(spool.ids().getFirst());
    try (InputStream file = spool.open(instance)) {
      assertThat(file.readAllBytes()).isEqualTo(SpoolFixture.part10(IMAGE));
    }
    assertThat(instance.sender().callingAet()).isEqualTo("CT1");
    assertThat(instance.sender().calledAet()).isEqualTo("GATEWAY");
    assertThat(instance.sender().address()).isEqualTo("127.0.0.1");
  }

  @Test
  void handsOnWhatItAcknowledges() throws Exception {
    send(IMAGE);
    forwarder.start();

    while (forwarder.progress().backlog().count() == 0) {
      Thread.sleep(10);
    }
    assertThat(forwarder.known()).containsExactlyElementsOf(spool.ids());
  }

  @Test
  void storesADataSetByItsOwnNameAndWarnsOfTheCommandsOther() throws Exception {
    ServiceClassUser.Response response = send("31", bytes(IMAGE));

    assertThat(response.status()).isEqualTo(new Status(0xB007));
    assertThat(response.comment()).isEqualTo("data set is 1.2.3");
    SpooledInstance instance = spool.read(spool.ids().getFirst());
    assertThat(instance.identity().sopInstanceUid()).isEqualTo("1.2.3");
    try (InputStream file = spool.open(instance)) {
      assertThat(file.readAllBytes()).isEqualTo(SpoolFixture.part10(IMAGE));
    }
  }

  @Test
  void refusesWhatCannotBeIdentifiedAndSaysWhy() throws Exception {
    Attributes hostile = SpoolFixture.image("1.2", "../../etc", 100);

    ServiceClassUser.Response response = send("1.2.3", bytes(hostile));

    assertThat(response.status()).isEqualTo(Status.CANNOT_UNDERSTAND);
    assertThat(response.comment()).isEqualTo("unusable SOP Instance UID (0008,0018)");
    assertThat(spool.ids()).isEmpty();
  }

  @Test
  void storesUnderItsCommandsNameWhatHasNone() throws Exception {
    Attributes anonymous = SpoolFixture.image("1.2", "1.2.3", 100).remove(Tag.SOPInstanceUID);

    assertThat(send("1.2.3", bytes(anonymous)).status()).isEqualTo(Status.SUCCESS);

    SpooledInstance instance = spool.read(spool.ids().getFirst());
    assertThat(instance.identity().sopInstanceUid()).isEqualTo("1.2.3");
  }

  @Test
  void refusesWhatBreaksOffBeforeItIsIdentifiedAndSaysWhere() throws Exception {
    byte[] soonCut = Arrays.copyOf(bytes(IMAGE), 20);

    ServiceClassUser.Response response = send("1.2.3", soonCut);

    assertThat(response.status()).isEqualTo(Status.CANNOT_UNDERSTAND);
    assertThat(response.comment()).contains("at byte").contains("(0008,0016)");
    assertThat(spool.ids()).isEmpty();
  }

  @Test
  void refusesWhatIsNoDataSetAtAll() throws Exception {
    byte[] garbage = new byte[1000];
    Arrays.fill(garbage, (byte) 'x');

    assertThat(send("1.2.3", garbage).status()).isEqualTo(Status.CANNOT_UNDERSTAND);
    assertThat(spool.ids()).isEmpty();
  }

  @Test
  void keepsAnInstanceWhosePixelDataIsCutOffAsItIs() throws Exception {
    byte[] whole = bytes(IMAGE);
    byte[] cut = Arrays.copyOf(whole, whole.length - 2000);

    assertThat(send("1.2.3", cut).status()).isEqualTo(Status.SUCCESS);

    SpooledInstance instance = spool.read(spool.ids().getFirst());
    try (InputStream file = spool.open(instance)) {
      assertThat(file.readAllBytes()).endsWith(cut);
    }
  }

  @Test
  void keepsWhatBelongsToNoStudy() throws Exception {
    Attributes palette =
        SpoolFixture.image("1.2", "1.2.3", 100)
            .remove(Tag.StudyInstanceUID)
            .remove(Tag.SeriesInstanceUID);

    assertThat(send(palette).status()).isEqualTo(Status.SUCCESS);

    assertThat(spool.read(spool.ids().getFirst()).identity().studyInstanceUid())
        .startsWith("2.25.");
  }

  @Test
  void refusesForLackOfRoomAndGoesOn() throws Exception {
    close();
    start(Long.MAX_VALUE / 4);
    try (Peer peer = new Peer()) {
      for (int i = 0; i < 2; i++) {
        ServiceClassUser.Response response = peer.store("1.2.3", bytes(IMAGE));
        assertThat(response.status()).isEqualTo(Status.OUT_OF_RESOURCES);
        assertThat(response.comment()).contains("MiB must stay free");
      }
    }
    close();
    start(0);
    assertThat(send(IMAGE).status()).isEqualTo(Status.SUCCESS);
  }

  @Test
  void keepsNothingOfAnInstanceWhoseSenderBreaksOff() throws Exception {
    byte[] dataSet = bytes(SpoolFixture.image("1.2", "1.2.3", 1 << 20));
    try (Peer peer = new Peer()) {
      assertThatThrownBy(() -> peer.user.store("1.2.3", peer.context(), breakingOff(dataSet)))
          .hasMessage("unplugged");
      peer.association.abort();
    }

    while (receiver.openAssociations() > 0 || hasFiles(directory.resolve("spool"))) {
      Thread.sleep(10);
    }
    assertThat(spool.ids()).isEmpty();
    assertThat(send(IMAGE).status()).isEqualTo(Status.SUCCESS);
  }

  private static boolean hasFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(Files::isRegularFile);
    }
  }

  private static InputStream breakingOff(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes, 0, bytes.length / 2)) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
          throw new IOException("unplugged");
        }
        return read;
      }
    };
  }

  private ServiceClassUser.Response send(Attributes dataSet) throws Exception {
    return send(dataSet.string(Tag.SOPInstanceUID).orElseThrow(), bytes(dataSet));
  }

  private ServiceClassUser.Response send(String sopInstanceUid, byte[] dataSet) throws Exception {
    try (Peer peer = new Peer()) {
      return peer.store(sopInstanceUid, dataSet);
    }
  }

  private static byte[] bytes(Attributes dataSet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataSetWriter.write(dataSet, SYNTAX, bytes);
    return bytes.toByteArray();
  }

  /** A modality with an open association. */
  private final class Peer implements AutoCloseable {
    final Association association;
    final ServiceClassUser user;

    Peer() throws IOException {
      ApplicationEntity gateway =
          new ApplicationEntity("GATEWAY", "127.0.0.1", receiver.address().getPort());
      association =
          new AssociationRequestor("CT1", Timeouts.DEFAULT)
              .open(
                  gateway,
                  List.of(new ProposedContext(1, UID.CTImageStorage, List.of(SYNTAX.uid()))));
      user = new ServiceClassUser(association);
    }

    PresentationContext context() {
      return association.presentationContexts().iterator().next();
    }

    ServiceClassUser.Response store(String sopInstanceUid, byte[] dataSet) throws IOException {
      return user.store(sopInstanceUid, context(), new ByteArrayInputStream(dataSet));
    }

    @Override
    public void close() throws IOException {
      association.close();
    }
  }
}
