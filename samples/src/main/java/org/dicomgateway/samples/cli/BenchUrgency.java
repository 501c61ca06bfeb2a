package org.dicomgateway.samples.cli;

import java.util.concurrent.Callable;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.bench.UrgencyBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench urgency}: how soon an urgent study is there while the line is busy. */
@Command(
    name = "urgency",
    mixinStandardHelpOptions = true,
    description = {
      "Sends an urgent study behind a large one in the background, over a bad line.",
      "Takes about three times the studies' size below --work."
    })
final class BenchUrgency implements Callable<Integer> {
  @Mixin private CtOptions images;

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

  @Mixin private OwnSpokeOptions spoke;

  @Mixin private BenchOptions bench;

  @Override
  public Integer call() throws Exception {
    bench.require(slices >= 1 && background >= 1, "--slices and --background-mb must be 1 or more");
    LineQuality quality = line.limited();
    long least = UrgencyBench.leastBackground(quality);
    bench.require(
        background >= least, "--background-mb must be %d or more at that rate".formatted(least));
    UrgencyBench urgency =
        new UrgencyBench(
            images.studies(), background, slices, quality, bench.work(), spoke.arguments);
    UrgencyBench.Result result = urgency.run(bench.progress());
    bench.print(result.text(), result);
    return 0;
  }
}
