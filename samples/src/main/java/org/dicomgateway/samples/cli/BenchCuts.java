package org.dicomgateway.samples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.badline.Cut;
import org.dicomgateway.samples.ordeal.CutLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench cuts}: what a line that breaks costs. */
@Command(
    name = "cuts",
    mixinStandardHelpOptions = true,
    description = {
      "Cuts the line between spoke and hub at random points while a study passes; counts what is on"
          + " the wire, and holds every instance at the hub against what was sent.",
      "Ends with 1 if anything is missing, there twice, or not as it was.",
      "Takes about four times the study's size below --work."
    })
final class BenchCuts implements Callable<Integer> {
  @Option(
      names = "--megabytes",
      paramLabel = "N",
      defaultValue = "500",
      description = "Size of the study (default: ${DEFAULT-VALUE}).")
  private int megabytes;

  @Option(
      names = "--cuts",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int cuts;

  @Option(
      names = "--cut-kinds",
      split = ",",
      paramLabel = "KIND",
      defaultValue = "RESET",
      description = "How it breaks: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private List<Cut> kinds;

  @Mixin private LineOptions line;

  @Mixin private BenchOptions bench;

  @Override
  public Integer call() throws Exception {
    bench.require(megabytes >= 1 && cuts >= 1, "--megabytes and --cuts must be 1 or more");
    CutLine cutLine = new CutLine(megabytes, cuts, kinds, line.quality(), line.seed, bench.work());
    CutLine.Result result = cutLine.run(bench.progress());
    bench.print(result.toString(), result);
    return result.verdict().isGood() ? 0 : 1;
  }
}
