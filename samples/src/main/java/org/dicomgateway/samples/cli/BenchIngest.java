package org.dicomgateway.samples.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.bench.IngestBench;
import org.dicomgateway.samples.bench.IngestResult;
import org.dicomgateway.samples.bench.Machine;
import org.dicomgateway.samples.bench.Receiver;
import org.dicomgateway.samples.bench.Sender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench ingest}: how fast instances are taken, by us and by others. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Sends the same CT instances to our spoke, DCMTK storescp and Orthanc, by dcmsend and by"
          + " our own sender, in turns, and compares the medians.",
      "storescp, dcmsend and Orthanc have to be installed (Debian: dcmtk, orthanc)."
    })
final class BenchIngest implements Callable<Integer> {
  @Option(
      names = "--studies",
      paramLabel = "DIR",
      description = "CT images to send, copied to make up the number (default: generated).")
  private Path studies;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Measured in a turn (default: ${DEFAULT-VALUE}).")
  private int instances;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Sent before by our sender, not measured (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Turns of each kind (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--associations",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,4",
      description = "Numbers of associations at once (default: ${DEFAULT-VALUE}).")
  private List<Integer> associations;

  @Option(
      names = "--senders",
      split = ",",
      defaultValue = "DCMSEND,GATEWAY",
      description = "Who sends: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private List<Sender> senders;

  @Option(
      names = "--receivers",
      split = ",",
      defaultValue = "GATEWAY,STORESCP,ORTHANC",
      description = "Who receives: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private List<Receiver.Kind> receivers;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      required = true,
      description = "Empty folder on the disk to be measured; about 2 MB an instance.")
  private Path work;

  @Option(
      names = "--java-option",
      paramLabel = "OPTION",
      defaultValue = "-Xmx256m",
      description = "For our spoke's process, may be repeated (default: ${DEFAULT-VALUE}).")
  private List<String> javaOptions;

  @Option(names = "--json", description = "Prints JSON instead of a table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (instances < 1 || warmUp < 1 || runs < 1 || associations.stream().anyMatch(n -> n < 1)) {
      throw new ParameterException(spec.commandLine(), "numbers must be 1 or more");
    }
    Files.createDirectories(work);
    PrintWriter err = spec.commandLine().getErr();
    err.println(Machine.describe(work));
    IngestResult result =
        new IngestBench(
                studies,
                instances,
                warmUp,
                runs,
                associations,
                senders,
                receivers,
                work,
                javaOptions)
            .run(err::println);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? result.json() + System.lineSeparator() : result.table());
    out.flush();
    return 0;
  }
}
