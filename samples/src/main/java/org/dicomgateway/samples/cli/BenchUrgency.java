package org.dicomgateway.samples.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.bench.Machine;
import org.dicomgateway.samples.bench.UrgencyBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench urgency}: how soon an urgent study is there while the line is busy. */
@Command(
    name = "urgency",
    mixinStandardHelpOptions = true,
    description = "Sends an urgent study behind a large one in the background, over a bad line.")
final class BenchUrgency implements Callable<Integer> {
  @Option(
      names = "--studies",
      paramLabel = "DIR",
      description = "CT images to send, copied to make up the number (default: generated).")
  private Path studies;

  @Option(
      names = "--background-mb",
      paramLabel = "N",
      defaultValue = "500",
      description = "Size of the study in the background (default: ${DEFAULT-VALUE}).")
  private int background;

  @Option(
      names = "--slices",
      paramLabel = "N",
      defaultValue = "20",
      description = "Images of the urgent study (default: ${DEFAULT-VALUE}).")
  private int slices;

  @Mixin private LineOptions line;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      required = true,
      description = "Empty folder; about three times the studies' size.")
  private Path work;

  @Option(
      names = "--spoke-option",
      paramLabel = "OPTION",
      description = "Further argument of our spoke, may be repeated.")
  private List<String> spokeOptions = List.of();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (slices < 1 || background < 1 || line.kilobits < 1) {
      throw new ParameterException(
          spec.commandLine(), "--slices, --background-mb and --rate-kbit must be 1 or more");
    }
    Files.createDirectories(work);
    PrintWriter err = spec.commandLine().getErr();
    err.println(Machine.describe(work));
    UrgencyBench.Result result =
        new UrgencyBench(studies, background, slices, line.quality(), work, spokeOptions)
            .run(err::println);
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json
            ? JsonMapper.shared().writeValueAsString(result) + System.lineSeparator()
            : result.text());
    out.flush();
    return 0;
  }
}
