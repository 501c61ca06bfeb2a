package org.dicomgateway.samples.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.ordeal.Attack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench attack}: kills both ends again and again, and looks for what is missing. */
@Command(
    name = "attack",
    mixinStandardHelpOptions = true,
    description = {
      "Kills spoke and hub (SIGKILL) at random points while a modality sends CT, ultrasound and one"
          + " large clip; then holds every instance at the hub against what was acknowledged.",
      "Ends with 1 if anything is missing, there twice, or not as it was."
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

  @Option(
      names = "--work",
      paramLabel = "DIR",
      required = true,
      description = "Empty folder; about 3 MB an instance.")
  private Path work;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (kills < 4 || instances < kills || clip < 1) {
      throw new ParameterException(
          spec.commandLine(), "4 kills or more, as many instances or more, and a clip of 1 MB");
    }
    Files.createDirectories(work);
    PrintWriter err = spec.commandLine().getErr();
    Attack.Result result =
        new Attack(instances, kills, clip, severity, seed, work).run(err::println);
    spec.commandLine()
        .getOut()
        .println(json ? JsonMapper.shared().writeValueAsString(result) : result);
    return result.verdict().isGood() ? 0 : 1;
  }
}
