package org.dicomgateway.samples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dicomgateway.samples.generator.SampleStudies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generate}: writes sample studies into a folder. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Writes sample studies as DICOM files: CT, ultrasound, ECG, and so on in turn.",
    footer = {"", "Example: gateway generate --out /tmp/studies --studies 3"})
final class Generate implements Callable<Integer> {
  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out;

  @Option(
      names = "--studies",
      paramLabel = "N",
      defaultValue = "" + SampleStudies.DEFAULT_COUNT,
      description = "How many studies (default: ${DEFAULT-VALUE}).")
  private int studies;

  @Option(
      names = "--slices",
      paramLabel = "N",
      defaultValue = "" + SampleStudies.SLICES,
      description = "How many slices of each CT, at most ${DEFAULT-VALUE}, which is all.")
  private int slices;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (studies < 1) {
      throw new ParameterException(spec.commandLine(), "--studies must be 1 or more");
    }
    if (slices < 1 || slices > SampleStudies.SLICES) {
      throw new ParameterException(
          spec.commandLine(), "--slices must be 1 to " + SampleStudies.SLICES);
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new ParameterException(spec.commandLine(), "--out: " + out + " is not a folder");
    }
    SampleStudies.write(out, studies, slices, spec.commandLine().getOut()::println);
    return 0;
  }
}
