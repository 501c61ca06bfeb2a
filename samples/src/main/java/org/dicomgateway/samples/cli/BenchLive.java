package org.dicomgateway.samples.cli;

import java.util.concurrent.Callable;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.bench.LiveBench;
import org.dicomgateway.samples.bench.LiveResult;
import org.dicomgateway.samples.bench.UrgencyBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench live}: how soon an ultrasound image leaves. */
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    description = {
      "Sends ultrasound images one after the other, over a line that is idle and over one that is"
          + " busy with a study in the background.",
      "Takes about three times that study's size below --work."
    })
final class BenchLive implements Callable<Integer> {
  @Mixin private CtOptions ct;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "50",
      description = "Ultrasound images over each line (default: ${DEFAULT-VALUE}).")
  private int images;

  @Option(
      names = "--background-mb",
      paramLabel = "N",
      defaultValue = "200",
      description = "Size of the study in the background (default: ${DEFAULT-VALUE}).")
  private int background;

  @Mixin private LineOptions line;

  @Mixin private OwnSpokeOptions spoke;

  @Mixin private BenchOptions bench;

  @Override
  public Integer call() throws Exception {
    bench.require(images >= 1, "--images must be 1 or more");
    LineQuality quality = line.limited();
    long least = UrgencyBench.leastBackground(quality);
    bench.require(
        background >= least, "--background-mb must be %d or more at that rate".formatted(least));
    LiveBench live =
        new LiveBench(ct.studies(), images, background, quality, bench.work(), spoke.arguments);
    LiveResult result = live.run(bench.progress());
    bench.print(result.table(), result);
    return 0;
  }
}
