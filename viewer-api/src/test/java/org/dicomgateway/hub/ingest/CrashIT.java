package org.dicomgateway.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.dicomgateway.hub.config.DataFolder;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.hub.index.SqlIndex;
import org.dicomgateway.hub.security.Sites;
import org.dicomgateway.hub.testsite.HubProcess;
import org.dicomgateway.hub.testsite.TestPack;
import org.dicomgateway.hub.testsite.TusClient;
import org.dicomgateway.storage.FolderStore;
import org.dicomgateway.storage.ObjectStore;
import org.dicomgateway.storage.S3Location;
import org.dicomgateway.storage.S3Store;
import org.dicomgateway.testdata.S3Server;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.InstanceReceipt;
import org.dicomgateway.transfer.Receipt.Outcome;
import org.dicomgateway.transfer.Receipt.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed over and over while sites send to it. */
@Timeout(900)
class CrashIT {
  private static final int KILLS = 3;
  private static final int SENDERS = 3;
  private static final int PACKS = 12;
  private static final int IMAGES = 3;
  private static final String STUDY = "1.2.826.0.1";

  @TempDir Path data;
  @TempDir Path files;
  @TempDir Path bucket;

  @Test
  void archivesEveryPackOnceInAFolderHoweverOftenItIsKilled() throws Exception {
    HubProcess hub = new HubProcess(data);
    List<TestPack> packs = sendWhileKilling(hub, new Random(1));
    try (ObjectStore store = new FolderStore(data.resolve("objects"))) {
      assertEverythingIsThereOnce(packs, store);
    }
  }

  @Test
  void archivesEveryPackOnceInABucketHoweverOftenItIsKilled() throws Exception {
    try (S3Server server = new S3Server(bucket)) {
      S3Location location = server.bucket("packs");
      S3Location.Keys keys = location.keys().orElseThrow();
      String url =
          location
              .toString()
              .replace("http://", "s3://" + keys.access() + ":" + keys.secret() + "@");
      HubProcess hub = new HubProcess(data, "--object-store", url + "?tls=false&region=us-east-1");
      List<TestPack> packs = sendWhileKilling(hub, new Random(2));
      try (ObjectStore store = S3Store.open(location)) {
        assertEverythingIsThereOnce(packs, store);
      }
    }
  }

  private List<TestPack> sendWhileKilling(HubProcess hub, Random random) throws Exception {
    String token = new Sites(DataFolder.sites(data)).add("hospital-a");
    List<TestPack> packs = packs();
    try (hub;
        TusClient site = new TusClient(hub.url(), token);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      hub.start();
      List<Future<Receipt>> receipts = new ArrayList<>();
      Semaphore delivered = new Semaphore(0);
      for (TestPack pack : packs) {
        long seed = random.nextLong();
        receipts.add(
            senders.submit(
                () -> {
                  Receipt receipt = deliver(site, pack, new Random(seed));
                  delivered.release();
                  return receipt;
                }));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        delivered.acquire(PACKS / (KILLS + 1));
        Thread.sleep(random.nextInt(300));
        hub.kill();
        hub.start();
      }
      for (Future<Receipt> receipt : receipts) {
        assertThat(receipt.get().state()).as(receipt.get().reason()).isEqualTo(State.ARCHIVED);
        assertThat(receipt.get().instances())
            .extracting(InstanceReceipt::outcome)
            .containsOnly(Outcome.STORED);
      }
      assertThat(hub.stop()).isZero();
    }
    return packs;
  }

  private List<TestPack> packs() {
    List<TestPack> packs = new ArrayList<>();
    for (int i = 0; i < PACKS; i++) {
      TestPack pack = new TestPack(files, "hospital-a", STUDY);
      for (int j = 0; j < IMAGES; j++) {
        String series = STUDY + "." + i;
        pack.image(series, series + "." + j, i * 100L + j);
      }
      packs.add(pack);
    }
    return packs;
  }

  /** Sends as a spoke does: in pieces, and whatever goes wrong, asks how far it came. */
  private static Receipt deliver(TusClient site, TestPack pack, Random random)
      throws InterruptedException {
    byte[] bytes = pack.bytes();
    while (true) {
      try {
        site.create(pack.id(), bytes.length);
        for (int offset = (int) site.offset(pack.id()); offset < bytes.length; ) {
          int end = Math.min(bytes.length, offset + 1 + random.nextInt(4000));
          site.append(pack.id(), bytes, offset, end);
          offset = (int) site.offset(pack.id());
          Thread.sleep(random.nextInt(50));
        }
        Receipt receipt = site.receipt(pack.id());
        if (receipt.state() != State.INGESTING) {
          return receipt;
        }
      } catch (IOException | NoSuchElementException e) {
        Thread.sleep(100);
      }
    }
  }

  private void assertEverythingIsThereOnce(List<TestPack> packs, ObjectStore store)
      throws Exception {
    try (var keys = store.list("")) {
      assertThat(keys)
          .containsExactlyInAnyOrderElementsOf(packs.stream().map(CrashIT::key).toList());
    }
    for (TestPack pack : packs) {
      Path copy = files.resolve(pack.id() + ".zip");
      try (InputStream stored = store.read(key(pack), 0, store.size(key(pack)).orElseThrow())) {
        Files.copy(stored, copy);
      }
      assertThat(copy).hasBinaryContent(pack.bytes());
      assertThat(new ProcessBuilder("unzip", "-tq", copy.toString()).start().waitFor()).isZero();
    }
    assertThat(data.resolve("uploads")).isEmptyDirectory();
    try (Database database = Database.sqlite(data.resolve("index.db"))) {
      assertThat(new SqlIndex(database).instances(STUDY, Optional.empty())).hasSize(PACKS * IMAGES);
    }
  }

  private static String key(TestPack pack) {
    return "hospital-a/" + STUDY + "/" + pack.id() + ".zip";
  }
}
