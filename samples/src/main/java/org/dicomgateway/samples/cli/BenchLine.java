package org.dicomgateway.samples.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.bench.LineBench;
import org.dicomgateway.samples.bench.LineResult;
import org.dicomgateway.samples.bench.WayKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench line}: how fast a study passes a bad line, by us and by others. */
@Command(
    name = "line",
    mixinStandardHelpOptions = true,
    description = {
      "Sends the same CT over the same bad line by our spoke and hub, by storescu to Orthanc, and"
          + " from Orthanc to Orthanc with compression; measures until all can be read there.",
      "storescu and Orthanc have to be installed (Debian: dcmtk, orthanc).",
      "Takes about 3 MB a slice below --work."
    })
final class BenchLine implements Callable<Integer> {
  @Mixin private CtOptions images;

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

  @Mixin private OwnSpokeOptions spoke;

  @Mixin private BenchOptions bench;

  @Override
  public Integer call() throws Exception {
    bench.require(slices >= 1 && warmUp >= 1, "--slices and --warm-up must be 1 or more");
    LineQuality quality = line.limited();
    LineBench sideBySide =
        new LineBench(
            images.studies(), slices, warmUp, quality, ways, bench.work(), spoke.arguments);
    LineResult result = sideBySide.run(bench.progress());
    bench.print(result.table(), result.data());
    return 0;
  }
}
