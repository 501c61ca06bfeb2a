package org.dicomgateway.samples.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.bench.LineBench;
import org.dicomgateway.samples.bench.LineResult;
import org.dicomgateway.samples.bench.Machine;
import org.dicomgateway.samples.bench.WayKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench line}: how fast a study passes a bad line, by us and by others. */
@Command(
    name = "line",
    mixinStandardHelpOptions = true,
    description = {
      "Sends the same CT over the same bad line by our spoke and hub, by storescu to Orthanc, and"
          + " from Orthanc to Orthanc with compression; measures until all can be read there.",
      "storescu and Orthanc have to be installed (Debian: dcmtk, orthanc)."
    })
final class BenchLine implements Callable<Integer> {
  @Option(
      names = "--studies",
      paramLabel = "DIR",
      description = "CT images to send, copied to make up the number (default: generated).")
  private Path studies;

  @Option(
      names = "--slices",
      paramLabel = "N",
      defaultValue = "300",
      description = "Images of the study (default: ${DEFAULT-VALUE}).")
  private int slices;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "30",
      description = "Images of the study before it, not measured (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Mixin private LineOptions line;

  @Option(
      names = "--ways",
      split = ",",
      defaultValue = "GATEWAY,STORESCU,ORTHANC_PEER",
      description = "What is compared: ${COMPLETION-CANDIDATES} (default: all).")
  private List<WayKind> ways;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      required = true,
      description = "Empty folder; about 3 MB a slice.")
  private Path work;

  @Option(
      names = "--spoke-option",
      paramLabel = "OPTION",
      description = "Further argument of our spoke, may be repeated.")
  private List<String> spokeOptions = List.of();

  @Option(names = "--json", description = "Prints JSON instead of a table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (slices < 1 || warmUp < 1 || line.kilobits < 1) {
      throw new ParameterException(
          spec.commandLine(), "--slices, --warm-up and --rate-kbit must be 1 or more");
    }
    Files.createDirectories(work);
    PrintWriter err = spec.commandLine().getErr();
    err.println(Machine.describe(work));
    LineResult result =
        new LineBench(studies, slices, warmUp, line.quality(), ways, work, spokeOptions)
            .run(err::println);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? result.json() + System.lineSeparator() : result.table());
    out.flush();
    return 0;
  }
}
