package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dicomgateway.samples.ordeal.Attack;
import org.dicomgateway.samples.ordeal.Attack.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills, full disks and lost databases; the full course is {@code gateway bench attack}. */
class AttackIT {
  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostByKillsFullDisksAndLostDatabases() throws Exception {
    Attack.Result result =
        new Attack(
                60, 6, 30, Severity.KILLS_FULL_DISKS_AND_LOST_DATABASES, System.nanoTime(), folder)
            .run(System.out::println);

    System.out.println(result);
    assertThat(result.verdict().isGood()).as(result.toString()).isTrue();
    assertThat(result.verdict().acknowledged()).isEqualTo(60);
    assertThat(result.spokeKills() + result.hubKills()).isGreaterThanOrEqualTo(6);
    assertThat(result.refused()).as("the disk was full").isPositive();
  }
}
