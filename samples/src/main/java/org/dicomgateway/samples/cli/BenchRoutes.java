package org.dicomgateway.samples.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.bench.routes.RouteBenchmark;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench routes}: how long 500 rules take. */
@Command(
    name = "routes",
    mixinStandardHelpOptions = true,
    description = "Measures (JMH) how long 500 rules take to decide an instance; takes a minute.")
final class BenchRoutes implements Callable<Integer> {
  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws RunnerException {
    Result<?> result =
        new Runner(
                new OptionsBuilder()
                    .include(RouteBenchmark.class.getName())
                    .forks(2)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(3))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(3))
                    .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL)
                    .build())
            .runSingle()
            .getPrimaryResult();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonMapper.shared()
              .writeValueAsString(
                  Map.of("microseconds", result.getScore(), "error", result.getScoreError())));
    } else {
      out.println(
          "500 rules: %.1f ± %.1f µs an instance"
              .formatted(result.getScore(), result.getScoreError()));
    }
    out.flush();
    return 0;
  }
}
