package org.dicomgateway.samples.cli;

import java.util.concurrent.Callable;
import org.dicomgateway.samples.ordeal.Attack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench attack}: kills both ends again and again, and looks for what is missing. */
@Command(
    name = "attack",
    mixinStandardHelpOptions = true,
    description = {
      "Kills spoke and hub (SIGKILL) at random points while a modality sends CT, ultrasound and one"
          + " large clip; then holds every instance at the hub against what was acknowledged.",
      "Ends with 1 if anything is missing, there twice, or not as it was.",
      "Takes about 3 MB an instance below --work."
    })
final class BenchAttack implements Callable<Integer> {
  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "5000",
      description = "To be acknowledged (default: ${DEFAULT-VALUE}).")
  private int instances;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "200",
      description = "Of spoke or hub, 4 or more (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--clip-mb",
      paramLabel = "N",
      defaultValue = "300",
      description = "Size of the large clip (default: ${DEFAULT-VALUE}).")
  private int clip;

  @Option(
      names = "--severity",
      defaultValue = "KILLS",
      description = {
        "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
        "Full disks: the spool gets a file system of its own if this user may mount one, otherwise"
            + " the spoke's free floor is raised. Databases: the queue's and the index's are deleted."
      })
  private Attack.Severity severity;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of all that is left to chance (default: from the clock, and printed).")
  private long seed = System.nanoTime();

  @Mixin private BenchOptions bench;

  @Override
  public Integer call() throws Exception {
    bench.require(kills >= 4, "--kills must be 4 or more");
    bench.require(instances >= kills, "--instances must be --kills or more");
    bench.require(clip >= 1, "--clip-mb must be 1 or more");
    Attack attack = new Attack(instances, kills, clip, severity, seed, bench.work());
    Attack.Result result = attack.run(bench.progress());
    bench.print(result.toString(), result);
    return result.verdict().isGood() ? 0 : 1;
  }
}
