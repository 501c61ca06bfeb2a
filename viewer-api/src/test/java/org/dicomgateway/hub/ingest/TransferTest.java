package org.dicomgateway.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.hub.testsite.SiteTest;
import org.dicomgateway.hub.testsite.TestPack;
import org.dicomgateway.hub.testsite.TusClient;
import org.dicomgateway.hub.testsite.WholeHub;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.InstanceReceipt;
import org.dicomgateway.transfer.Receipt.Outcome;
import org.dicomgateway.transfer.Receipt.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class TransferTest extends SiteTest {
  private TestPack pack(String study) {
    return new TestPack(files, "hospital-a", study)
        .image(study + ".1", study + ".1.1", 1)
        .image(study + ".1", study + ".1.2", 2);
  }

  private List<Path> stored() throws IOException {
    try (Stream<Path> tree = Files.walk(data.resolve("objects"))) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }

  private static List<Outcome> outcomes(Receipt receipt) {
    return receipt.instances().stream().map(InstanceReceipt::outcome).toList();
  }

  @Test
  void archivesAPackAndGivesItsReceipt() throws Exception {
    TestPack pack = pack("1.2");
    Receipt receipt = site.deliver(pack);
    assertThat(receipt.reason()).isEmpty();
    assertThat(receipt.state()).isEqualTo(State.ARCHIVED);
    assertThat(outcomes(receipt)).containsExactly(Outcome.STORED, Outcome.STORED);
    Path object = data.resolve("objects/hospital-a/1.2/" + pack.id() + ".zip");
    assertThat(object).hasBinaryContent(pack.bytes());
    assertThat(data.resolve("uploads")).isEmptyDirectory();
    Process unzip = new ProcessBuilder("unzip", "-t", object.toString()).inheritIO().start();
    assertThat(unzip.waitFor()).isZero();
  }

  @Test
  void tellsASiteHowItsOwnPacksOfAStudyCame() throws Exception {
    TestPack pack = pack("1.2");
    site.deliver(pack);

    String trace = site.send(site.request("/transfers/trace?study=1.2")).body();
    assertThat(trace).contains(pack.id(), "\"receivedAt\":\"2", "\"STORED\"", "NGUYỄN^VĂN AN");
    assertThat(site.send(site.request("/transfers/trace?study=1.3")).statusCode()).isEqualTo(404);
    try (TusClient other = hub.site("hospital-b")) {
      HttpResponse<String> answer = other.send(other.request("/transfers/trace?study=1.2"));
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("no pack of study 1.2 has come from this site");
    }
  }

  @Test
  void answersTheReceiptAgainAlsoAfterARestart() throws Exception {
    TestPack pack = pack("1.2");
    Receipt receipt = site.deliver(pack);
    assertThat(site.receipt(pack.id())).isEqualTo(receipt);
    assertThat(site.deliver(pack)).isEqualTo(receipt);
    String token = site.request("/").build().headers().firstValue("Authorization").orElseThrow();
    hub.restart();
    try (TusClient again = new TusClient(hub.url(), token.substring("Bearer ".length()))) {
      assertThat(again.receipt(pack.id())).isEqualTo(receipt);
      assertThat(again.offset(pack.id())).isEqualTo(pack.bytes().length);
    }
    assertThat(stored()).hasSize(1);
  }

  @Test
  void goesOnAtTheByteWhereALineDropped() throws Exception {
    TestPack pack = pack("1.2");
    byte[] bytes = pack.bytes();
    assertThat(site.create(pack.id(), bytes.length).statusCode()).isEqualTo(201);
    int offset = 0;
    while (offset == 0) {
      // Who asks takes the turn of who appends: if that was before the first byte, none will come.
      site.connectAndAppend(pack.id(), bytes, 5000).close();
      offset = (int) site.offset(pack.id());
    }
    assertThat(offset).isLessThanOrEqualTo(5000);
    assertThat(site.receipt(pack.id()).state()).isEqualTo(State.RECEIVING);
    assertThat(site.append(pack.id(), bytes, offset, 7000).statusCode()).isEqualTo(204);
    assertThat(site.offset(pack.id())).isEqualTo(7000);
    assertThat(site.append(pack.id(), bytes, 7000, bytes.length).statusCode()).isEqualTo(204);
    assertThat(site.receipt(pack.id()).state()).isEqualTo(State.ARCHIVED);
  }

  @Test
  void keepsTheBytesOfAnUnfinishedUploadOverARestart() throws Exception {
    TestPack pack = pack("1.2");
    byte[] bytes = pack.bytes();
    site.create(pack.id(), bytes.length);
    site.append(pack.id(), bytes, 0, 6000);
    String token = site.request("/").build().headers().firstValue("Authorization").orElseThrow();
    hub.restart();
    try (TusClient again = new TusClient(hub.url(), token.substring("Bearer ".length()))) {
      assertThat(again.offset(pack.id())).isEqualTo(6000);
      again.append(pack.id(), bytes, 6000, bytes.length);
      assertThat(again.receipt(pack.id()).state()).isEqualTo(State.ARCHIVED);
    }
  }

  @Test
  void takesUpWhatWasWholeButNotArchived() throws Exception {
    TestPack pack = pack("1.2");
    hub.close();
    Path uploads = data.resolve("uploads");
    String description =
        """
        {"packId":"%s","site":"hospital-a","length":%d,"created":"2026-03-01T00:00:00Z",
        "rejection":""}"""
            .formatted(pack.id(), pack.bytes().length);
    Files.writeString(uploads.resolve(pack.id() + ".json"), description);
    Files.write(uploads.resolve(pack.id() + ".part"), pack.bytes());
    hub = new WholeHub(data);
    TusClient other = hub.site("hospital-b");
    assertThat(other.askReceipt(pack.id(), 0).statusCode()).isEqualTo(404);
    Path object = data.resolve("objects/hospital-a/1.2/" + pack.id() + ".zip");
    while (!Files.exists(object)) {
      Thread.onSpinWait();
    }
    assertThat(object).hasBinaryContent(pack.bytes());
  }

  @Test
  void refusesBytesAtAnotherOffsetThanItHas() throws Exception {
    TestPack pack = pack("1.2");
    byte[] bytes = pack.bytes();
    site.create(pack.id(), bytes.length);
    site.append(pack.id(), bytes, 0, 100);
    HttpResponse<String> answer = site.append(pack.id(), bytes, 50, 200);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("up to byte 100, not 50");
    assertThat(site.offset(pack.id())).isEqualTo(100);
  }

  @Test
  void refusesMoreBytesThanWereAnnounced() throws Exception {
    TestPack pack = pack("1.2");
    byte[] bytes = pack.bytes();
    site.create(pack.id(), 100);
    assertThat(site.append(pack.id(), bytes, 0, 200).statusCode()).isEqualTo(400);
    assertThat(site.offset(pack.id())).isLessThanOrEqualTo(100);
  }

  @Test
  void letsALaterRequestTakeOverFromOneThatHangs() throws Exception {
    TestPack pack = pack("1.2");
    byte[] bytes = pack.bytes();
    site.create(pack.id(), bytes.length);
    try (Socket hanging = site.connectAndAppend(pack.id(), bytes, 3000)) {
      // Not by asking the hub, which may end the request before its bytes are there.
      Path here = data.resolve("uploads/" + pack.id() + ".part");
      while (!Files.exists(here) || Files.size(here) == 0) {
        Thread.onSpinWait();
      }
      long offset = site.offset(pack.id());
      assertThat(offset).isPositive();
      assertThat(site.append(pack.id(), bytes, (int) offset, bytes.length).statusCode())
          .isEqualTo(204);
      assertThat(site.receipt(pack.id()).state()).isEqualTo(State.ARCHIVED);
      assertThat(hanging.isClosed()).isFalse();
    }
  }

  @Test
  void asksForATokenAndHidesOtherSitesPacks() throws Exception {
    TestPack pack = pack("1.2");
    site.deliver(pack);
    TestPack open = pack("1.3");
    site.create(open.id(), 1000);
    try (TusClient stranger = new TusClient(hub.url(), "wrong");
        TusClient other = hub.site("hospital-b")) {
      assertThat(stranger.create(PackId.next(), 10).statusCode()).isEqualTo(401);
      assertThat(stranger.head(pack.id()).statusCode()).isEqualTo(401);
      for (String id : List.of(pack.id(), open.id())) {
        assertThat(other.head(id).statusCode()).isEqualTo(404);
        assertThat(other.askReceipt(id, 0).statusCode()).isEqualTo(404);
        assertThat(other.delete(id).statusCode()).isEqualTo(404);
        assertThat(other.append(id, new byte[10], 0, 10).statusCode()).isEqualTo(404);
      }
    }
  }

  @Test
  void forgetsAnUnfinishedUploadOnly() throws Exception {
    TestPack open = pack("1.2");
    site.create(open.id(), 1000);
    assertThat(site.delete(open.id()).statusCode()).isEqualTo(204);
    assertThat(site.head(open.id()).statusCode()).isEqualTo(404);
    TestPack done = pack("1.3");
    site.deliver(done);
    assertThat(site.delete(done.id()).statusCode()).isEqualTo(409);
  }

  @Test
  void tellsWhatItCanAndRefusesOtherVersionsOfTus() throws Exception {
    HttpResponse<String> options =
        site.send(site.request("/transfers").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Tus-Extension"))
        .contains("creation,creation-with-upload,termination");
    HttpResponse<String> old =
        site.send(
            site.request("/transfers")
                .setHeader("Tus-Resumable", "0.2.2")
                .POST(BodyPublishers.noBody()));
    assertThat(old.statusCode()).isEqualTo(412);
    assertThat(site.create("../../etc/passwd", 10).statusCode()).isEqualTo(400);
    assertThat(site.create(PackId.next(), 0).statusCode()).isEqualTo(400);
  }

  @Test
  void rejectsWhatIsNoPackForGood() throws Exception {
    String id = PackId.next();
    byte[] noise = new byte[5000];
    site.create(id, noise.length);
    site.append(id, noise, 0, noise.length);
    Receipt receipt = site.receipt(id);
    assertThat(receipt.state()).isEqualTo(State.REJECTED);
    assertThat(receipt.reason()).contains("not a pack");
    assertThat(site.receipt(id)).isEqualTo(receipt);
    assertThat(stored()).isEmpty();
    assertThat(site.delete(id).statusCode()).isEqualTo(204);
  }

  @Test
  void rejectsAPackWithADamagedByteAndNamesTheInstance() throws Exception {
    TestPack pack = pack("1.2");
    byte[] bytes = pack.bytes();
    bytes[bytes.length / 4]++;
    site.create(pack.id(), bytes.length);
    site.append(pack.id(), bytes, 0, bytes.length);
    Receipt receipt = site.receipt(pack.id());
    assertThat(receipt.state()).isEqualTo(State.REJECTED);
    assertThat(receipt.reason()).contains("1.2.1.1").contains("sha256");
    assertThat(stored()).isEmpty();
  }

  @Test
  void rejectsAManifestThatLiesAboutIdentityOrFrames() throws Exception {
    assertLieIsFound("SOP Instance UID", instance -> as(instance, "9.9.9", instance.frames()));
    assertLieIsFound(
        "frames",
        instance -> as(instance, instance.sopInstanceUid(), new FrameTable.Native(1, 8192, 1)));
  }

  @Test
  void rejectsAnInstanceThatDoesNotBecomeAgainWhatWasReceived() throws Exception {
    assertTranscodingLieIsFound("not what was received", encoding("0".repeat(64), "OW", 0));
    assertTranscodingLieIsFound("not what was received", encoding(null, "OB", 0));
    assertTranscodingLieIsFound("Planar Configuration", encoding(null, "OW", 1));
    assertLieIsFound(
        "sha256 of what was received",
        instance -> received(instance, new PackedInstance.Encoding("1.2", "0".repeat(64))));
  }

  private void assertTranscodingLieIsFound(String what, UnaryOperator<PackedInstance> lie)
      throws Exception {
    TestPack pack =
        new TestPack(files, "hospital-a", "1.2")
            .lying(lie)
            .transcoded("1.2.1", "1.2.1.1", TestPack.slope());
    Receipt receipt = site.deliver(pack);
    assertThat(receipt.state()).isEqualTo(State.REJECTED);
    assertThat(receipt.reason()).contains(what);
  }

  private static UnaryOperator<PackedInstance> encoding(String sha256, String vr, int planar) {
    return instance -> {
      PackedInstance.Encoding truth = instance.receivedAs();
      return received(
          instance,
          new PackedInstance.Encoding(
              truth.transferSyntaxUid(),
              sha256 == null ? truth.sha256() : sha256,
              truth
                  .nativePixels()
                  .map(pixels -> new PackedInstance.NativePixels(pixels.length(), vr, planar))));
    };
  }

  private static PackedInstance received(
      PackedInstance instance, PackedInstance.Encoding receivedAs) {
    return new PackedInstance(
        instance.sopInstanceUid(),
        instance.seriesInstanceUid(),
        instance.sopClassUid(),
        instance.transferSyntaxUid(),
        instance.offset(),
        instance.length(),
        instance.sha256(),
        receivedAs,
        instance.source(),
        instance.frames());
  }

  /** The same image once as it is and once transcoded is one image. */
  @Test
  void knowsAnInstanceByTheDigestItWasReceivedWith() throws Exception {
    TestPack transcoded =
        new TestPack(files, "hospital-a", "1.7").transcoded("1.7.1", "1.7.1.1", TestPack.slope());
    TestPack plain =
        new TestPack(files, "hospital-a", "1.7").received("1.7.1", "1.7.1.1", TestPack.slope());

    Receipt first = site.deliver(transcoded);
    Receipt second = site.deliver(plain);

    assertThat(first.instances()).extracting("outcome").containsExactly(Outcome.STORED);
    assertThat(second.instances()).extracting("outcome").containsExactly(Outcome.DUPLICATE);
    assertThat(first.instances().getFirst().sha256())
        .isEqualTo(second.instances().getFirst().sha256());
  }

  private void assertLieIsFound(String what, UnaryOperator<PackedInstance> lie) throws Exception {
    TestPack pack =
        new TestPack(files, "hospital-a", "1.2").lying(lie).image("1.2.1", "1.2.1.1", 1);
    Receipt receipt = site.deliver(pack);
    assertThat(receipt.state()).isEqualTo(State.REJECTED);
    assertThat(receipt.reason()).contains(what);
  }

  private static PackedInstance as(PackedInstance instance, String sop, FrameTable frames) {
    return new PackedInstance(
        sop,
        instance.seriesInstanceUid(),
        instance.sopClassUid(),
        instance.transferSyntaxUid(),
        instance.offset(),
        instance.length(),
        instance.sha256(),
        instance.receivedAs(),
        instance.source(),
        frames);
  }

  @Test
  void rejectsAPackThatClaimsToBeOfAnotherSiteOrStudy() throws Exception {
    TestPack other = new TestPack(files, "hospital-b", "1.2").image("1.2.1", "1.2.1.1", 1);
    assertThat(site.deliver(other).reason()).contains("site hospital-b");
    assertThat(stored()).isEmpty();
  }

  @Test
  void keepsOtherBytesUnderAKnownUidAndFlagsThem() throws Exception {
    site.deliver(pack("1.2"));
    TestPack same = pack("1.2");
    assertThat(outcomes(site.deliver(same))).containsExactly(Outcome.DUPLICATE, Outcome.DUPLICATE);
    TestPack other =
        new TestPack(files, "hospital-a", "1.2")
            .image("1.2.1", "1.2.1.1", 77)
            .image("1.2.1", "1.2.1.3", 3);
    Receipt receipt = site.deliver(other);
    assertThat(outcomes(receipt)).containsExactly(Outcome.CONFLICT, Outcome.STORED);
    assertThat(receipt.instances().getFirst().reason()).contains("serves other bytes");
    assertThat(stored()).hasSize(3);
  }

  @Test
  void countsWhatItTakes() throws Exception {
    site.deliver(pack("1.2"));
    String metrics = site.send(site.request("/actuator/prometheus")).body();
    assertThat(Arrays.asList(metrics.split("\n")))
        .contains("gateway_instances_total{outcome=\"stored\",site=\"hospital-a\"} 2.0")
        .contains("gateway_packs_total{outcome=\"archived\",site=\"hospital-a\"} 1.0");
    assertThat(site.send(site.request("/actuator/health")).body()).contains("UP");
  }
}
