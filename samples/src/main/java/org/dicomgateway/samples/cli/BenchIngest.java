package org.dicomgateway.samples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.bench.IngestBench;
import org.dicomgateway.samples.bench.IngestResult;
import org.dicomgateway.samples.bench.Receiver;
import org.dicomgateway.samples.bench.Sender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench ingest}: how fast instances are taken, by us and by others. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Sends the same CT instances to our spoke, DCMTK storescp and Orthanc, by dcmsend and by"
          + " our own sender, in turns, and compares the medians.",
      "storescp, dcmsend and Orthanc have to be installed (Debian: dcmtk, orthanc).",
      "Takes about 2 MB an instance below --work."
    })
final class BenchIngest implements Callable<Integer> {
  @Mixin private CtOptions images;

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
      names = "--java-option",
      paramLabel = "OPTION",
      defaultValue = "-Xmx256m",
      description = "For our spoke's process, may be repeated (default: ${DEFAULT-VALUE}).")
  private List<String> javaOptions;

  @Mixin private BenchOptions bench;

  @Override
  public Integer call() throws Exception {
    bench.require(
        instances >= 1 && warmUp >= 1 && runs >= 1 && associations.stream().allMatch(n -> n >= 1),
        "--instances, --warm-up, --runs and --associations must be 1 or more");
    IngestBench ingest =
        new IngestBench(
            images.studies(),
            instances,
            warmUp,
            runs,
            associations,
            senders,
            receivers,
            bench.work(),
            javaOptions);
    IngestResult result = ingest.run(bench.progress());
    bench.print(result.table(), result.data());
    return 0;
  }
}
