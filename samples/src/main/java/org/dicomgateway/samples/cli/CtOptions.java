package org.dicomgateway.samples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which images a measurement takes. */
final class CtOptions {
  @Option(
      names = "--studies",
      paramLabel = "DIR",
      description = "Uncompressed CT images, copied to make up the number (default: generated).")
  private Path studies;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The folder; null for generated images. */
  Path studies() {
    if (studies != null && !Files.isDirectory(studies)) {
      throw new ParameterException(command.commandLine(), "--studies: no folder " + studies);
    }
    return studies;
  }
}
