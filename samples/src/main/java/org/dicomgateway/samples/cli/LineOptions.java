package org.dicomgateway.samples.cli;

import java.time.Duration;
import org.dicomgateway.samples.badline.LineQuality;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How bad a line shall be, as options of a command. */
final class LineOptions {
  @Option(
      names = "--rate-kbit",
      paramLabel = "N",
      defaultValue = "0",
      description = "Kilobits (1000) a second in each direction; 0 for no limit (default: 0).")
  private long kilobits;

  @Option(
      names = "--delay-ms",
      paramLabel = "N",
      defaultValue = "0",
      description = "One way; a round trip takes twice as long (default: 0).")
  private long delay;

  @Option(
      names = "--jitter-ms",
      paramLabel = "N",
      defaultValue = "0",
      description = "Up to so much more, by chance (default: 0).")
  private long jitter;

  @Option(
      names = "--stall-percent",
      paramLabel = "P",
      defaultValue = "0",
      description = {
        "Of the segments hold up all behind them for a retransmission, as TCP shows loss"
            + " (default: 0)."
      })
  private double stalls;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of all that is left to chance (default: from the clock, and printed).")
  long seed = System.nanoTime();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** What the options say. */
  LineQuality quality() {
    try {
      return LineQuality.PERFECT
          .rate(kilobits)
          .delay(Duration.ofMillis(delay))
          .jitter(Duration.ofMillis(jitter))
          .stalls(stalls)
          .seed(seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  /** What the options say, where a rate has to be among it. */
  LineQuality limited() {
    if (kilobits < 1) {
      throw new ParameterException(command.commandLine(), "--rate-kbit must be 1 or more");
    }
    return quality();
  }
}
