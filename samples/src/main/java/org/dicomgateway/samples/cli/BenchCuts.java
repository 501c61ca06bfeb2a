package org.dicomgateway.samples.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.badline.Cut;
import org.dicomgateway.samples.ordeal.CutLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench cuts}: what a line that breaks costs. */
@Command(
    name = "cuts",
    mixinStandardHelpOptions = true,
    description = {
      "Cuts the line between spoke and hub at random points while a study passes; counts what is on"
          + " the wire, and holds every instance at the hub against what was sent.",
      "Ends with 1 if anything is missing, there twice, or not as it was."
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

  @Option(
      names = "--work",
      paramLabel = "DIR",
      required = true,
      description = "Empty folder; about four times the study's size.")
  private Path work;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(work);
    PrintWriter err = spec.commandLine().getErr();
    CutLine.Result result =
        new CutLine(megabytes, cuts, kinds, line.quality(), line.seed, work).run(err::println);
    spec.commandLine()
        .getOut()
        .println(json ? JsonMapper.shared().writeValueAsString(result) : result);
    return result.verdict().isGood() ? 0 : 1;
  }
}
