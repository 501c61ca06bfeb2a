package org.dicomgateway.spoke.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomgateway.spoke.send.SendStation.awaitCount;
import static org.dicomgateway.spoke.send.SendStation.awaitHealth;
import static org.dicomgateway.spoke.send.SendStation.note;
import static org.dicomgateway.spoke.send.SendStation.states;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.Credentials;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationSettings.Stow;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.Secret;
import org.dicomgateway.spoke.destination.Tls;
import org.dicomgateway.spoke.send.StowServer.Reply;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.dicomgateway.testdata.TestCertificate;
import org.dicomgateway.testdata.TlsFront;
import org.dicomgateway.testdata.TlsFront.Clients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** STOW-RS against a server that answers as it is told. */
@Timeout(60)
class StowCourierTest {
  @TempDir Path directory;
  private SendStation station;
  private StowServer server;

  @BeforeEach
  void open() throws IOException {
    station = new SendStation(directory);
    server = new StowServer();
  }

  @AfterEach
  void close() {
    station.close();
    server.close();
  }

  private Stow settings(URI address, Credentials credentials, Tls tls) {
    return new Stow("pacs", address, credentials, tls, Limits.NONE);
  }

  private Destination destination() throws IOException {
    return destination(settings(server.address(), new Credentials.None(), Tls.DEFAULT));
  }

  private Destination destination(Stow settings) throws IOException {
    return station.open(settings);
  }

  @Test
  void sendsSeveralInARequestAsTheyAre() throws Exception {
    Destination destination = destination();
    SpooledInstance instance = station.accept(destination, "1.1");
    for (int i = 2; i <= 60; i++) {
      station.accept(destination, "1." + i);
    }
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 60);
    assertThat(server.requests).hasSizeLessThan(20);
    assertThat(server.requests.stream().mapToInt(List::size).sum()).isEqualTo(60);
    assertThat(server.files.get("1.1")).isEqualTo(station.spool.open(instance).readAllBytes());
    assertThat(destination.status().address())
        .isEqualTo(server.address().toString().replaceAll("/$", ""));
  }

  @Test
  void settlesEachAsTheAnswerSays() throws Exception {
    Map<String, Integer> codes =
        Map.of("1.1", 0, "1.2", 0xB000, "1.3", 0xA900, "1.4", 0x0122, "1.5", 0x0111, "1.6", 0);
    server.answers =
        sops -> {
          Map<String, Integer> asked = new ConcurrentHashMap<>(codes);
          asked.keySet().retainAll(sops);
          asked.remove("1.6");
          return Reply.of(asked);
        };
    Destination destination = destination();
    for (int i = 1; i <= 5; i++) {
      station.accept(destination, "1." + i);
    }
    destination.start();
    awaitCount(destination, DeliveryState.PARKED, 2);
    awaitCount(destination, DeliveryState.DELIVERED, 3);
    assertThat(states(destination))
        .containsEntry("1.3", DeliveryState.PARKED)
        .containsEntry("1.4", DeliveryState.PARKED);
    assertThat(note(destination, "1.1")).isEmpty();
    assertThat(note(destination, "1.2")).isEqualTo("B000H coercion of data elements");
    assertThat(note(destination, "1.3")).isEqualTo("A900H data set does not match SOP class");
    assertThat(note(destination, "1.5")).contains("0111H duplicate");
    assertThat(server.requests.stream().flatMap(List::stream)).doesNotHaveDuplicates();
  }

  @Test
  void waitsAsLongAsTheServerAsksAndSendsAll() throws Exception {
    AtomicInteger count = new AtomicInteger();
    server.answers =
        sops ->
            count.incrementAndGet() == 1
                ? new Reply(503, "busy", Map.of("Retry-After", "1"))
                : StowServer.taken(sops);
    Destination destination = destination();
    station.accept(destination, "1.1");
    destination.start();
    awaitHealth(destination, Health.State.DOWN);
    assertThat(destination.status().health().reason()).contains("the server cannot now (503)");
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(destination.status().health().state()).isEqualTo(Health.State.UP);
  }

  @Test
  void holdsEverythingWhenItIsNotLetIn() throws Exception {
    server.answers = _ -> Reply.status(401);
    server.search = Reply.status(401);
    Destination destination =
        destination(
            settings(
                server.address(),
                new Credentials.Basic("spoke", new Secret.Given("wrong")),
                Tls.DEFAULT));
    station.accept(destination, "1.1");
    destination.start();
    awaitHealth(destination, Health.State.REFUSED);
    assertThat(destination.status().health().reason()).contains("does not let us in (401)");
    assertThat(destination.test().found()).contains("does not let us in");
    assertThat(server.authorizations).contains("Basic c3Bva2U6d3Jvbmc=");
    server.answers = StowServer::taken;
    server.search = Reply.status(200);
    assertThat(destination.test().outcome()).isEqualTo(Probe.Outcome.REACHED);
    awaitCount(destination, DeliveryState.DELIVERED, 1);
  }

  @Test
  void sendsEachAloneWhenOneSpoilsTheRequestForAll() throws Exception {
    server.answers = sops -> sops.contains("1.3") ? Reply.status(400) : StowServer.taken(sops);
    Destination destination = destination();
    for (int i = 1; i <= 5; i++) {
      station.accept(destination, "1." + i);
    }
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 4);
    awaitCount(destination, DeliveryState.PARKED, 1);
    assertThat(note(destination, "1.3")).contains("the server answered 400");
  }

  @Test
  void anInstanceOnWhichTheServerFailsHoldsUpNoOther() throws Exception {
    server.answers = sops -> sops.contains("1.1") ? Reply.status(500) : StowServer.taken(sops);
    Destination destination = destination();
    for (int i = 1; i <= 4; i++) {
      station.accept(destination, "1." + i);
    }
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 3);
    assertThat(note(destination, "1.1")).contains("trying again", "500");
  }

  @Test
  void sendsAgainWhatWasNotAnsweredAndNothingElse() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    server.answers =
        sops -> {
          if (first.getCount() > 0) {
            first.countDown();
            throw new IOException("the line broke when all was stored");
          }
          return StowServer.taken(sops);
        };
    Destination destination = destination();
    station.accept(destination, "1.1");
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(server.requests).hasSize(2);
    station.accept(destination, "1.2");
    awaitCount(destination, DeliveryState.DELIVERED, 2);
    assertThat(server.requests).hasSize(3).last().isEqualTo(List.of("1.2"));
  }

  @Test
  void givesUpOnAServerThatStalls() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    server.answers =
        sops -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return StowServer.taken(sops);
        };
    StowCourier courier =
        new StowCourier(
            settings(server.address(), new Credentials.None(), Tls.DEFAULT), Duration.ofSeconds(1));
    Destination destination = station.open(courier);
    station.accept(destination, "1.1");
    destination.start();
    awaitHealth(destination, Health.State.DOWN);
    assertThat(destination.status().health().reason()).contains("no byte moved for 1 s");
    end.countDown();
    awaitCount(destination, DeliveryState.DELIVERED, 1);
  }

  @Test
  void sendsByTlsWithItsCertificateAndAToken() throws Exception {
    TestCertificate pacs = TestCertificate.make(directory.resolve("tls"), "pacs");
    TestCertificate spoke = TestCertificate.make(directory.resolve("tls"), "spoke");
    try (TlsFront front = TlsFront.start(pacs.serving(spoke), Clients.KNOWN, server.port())) {
      URI address = URI.create("https://localhost:" + front.port() + "/dicom-web");
      Tls tls =
          new Tls(
              Optional.of(pacs.certificate()),
              Optional.of(new Tls.Identity(spoke.certificate(), spoke.key())),
              Tls.HostNames.CHECKED);
      Credentials token = new Credentials.Bearer(new Secret.Given("abc"));
      Destination destination = destination(settings(address, token, tls));
      station.accept(destination, "1.1");
      destination.start();
      awaitCount(destination, DeliveryState.DELIVERED, 1);
      assertThat(server.authorizations).containsOnly("Bearer abc");
      assertThat(new StowCourier(settings(address, token, Tls.DEFAULT)).test().found())
          .isEqualTo("nobody we trust has signed the peer's certificate");
    }
  }

  @Test
  void saysThatNobodyAnswers() throws Exception {
    server.close();
    Destination destination = destination();
    station.accept(destination, "1.1");
    destination.start();
    awaitHealth(destination, Health.State.DOWN);
    assertThat(destination.status().health().reason()).contains("nobody answers at http://127");
    assertThat(destination.test().remedy()).contains("Is the address right");
  }

  @Test
  void sendsWhatTheRoutesChange() throws Exception {
    Destination destination = destination();
    destination.accept(
        station.receive("1.1"),
        SendStation.changing(new AttributeChanges(Map.of("PatientID", List.of("BN 7")), Set.of())));
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(new String(server.files.get("1.1"))).contains("BN 7");
  }
}
