package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Power cuts at both ends while a study is sent. */
class KillIT {
  private static final String STUDY = "2.25.20261121001";
  private static final int INSTANCES = 200;
  private static final int ACKNOWLEDGEMENTS_PER_LIFE = 10;
  private static final int HUB_KILLS = 3;

  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  @RepeatedTest(3)
  void everythingAcknowledgedIsAtTheHubOnceHoweverOftenBothEndsDie(RepetitionInfo round)
      throws Exception {
    String study = STUDY + round.getCurrentRepetition();
    List<InstanceFile> files =
        new SyntheticSeries(study, 256, 256, 1).write(GATEWAY.folder("sent " + study), INSTANCES);
    UnreliableSend send = new UnreliableSend(GATEWAY);
    HubKiller killer = new HubKiller();
    Thread killing = Thread.ofPlatform().name("hub killer").start(killer);

    send.send(files, ACKNOWLEDGEMENTS_PER_LIFE);
    killing.join();

    assertThat(killer.failure).isNull();
    assertThat(killer.kills).hasValue(HUB_KILLS);
    assertThat(send.kills()).isGreaterThanOrEqualTo(INSTANCES / ACKNOWLEDGEMENTS_PER_LIFE);
    send.verify(GATEWAY.folder("returned"), study);
  }

  /** Kills the hub at moments left to chance; the seed is printed so that they can be had again. */
  private static final class HubKiller implements Runnable {
    private final AtomicInteger kills = new AtomicInteger();
    private volatile IOException failure;

    @Override
    public void run() {
      long seed = System.nanoTime();
      System.out.println("KillIT: hub is killed by seed " + seed);
      SplittableRandom random = new SplittableRandom(seed);
      try {
        while (kills.get() < HUB_KILLS) {
          Thread.sleep(random.nextLong(2_000, 12_000));
          GATEWAY.killHub();
          kills.incrementAndGet();
          Thread.sleep(random.nextLong(2_000));
          GATEWAY.startHub();
        }
      } catch (IOException e) {
        failure = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
