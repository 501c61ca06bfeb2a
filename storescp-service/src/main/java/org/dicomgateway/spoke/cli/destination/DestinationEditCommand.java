package org.dicomgateway.spoke.cli.destination;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Failure;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway spoke destination edit}. */
@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a whole file of destinations; what is wrong with it is told with line and column, and"
          + " changes nothing. 'show' prints the one that holds.",
      "What is not changed goes on without a pause; what is changed begins anew with its queue."
    },
    footer = {
      "",
      "Example: gateway spoke destination edit --file destinations.yaml --why 'new PACS'"
    })
final class DestinationEditCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private DestinationChange change;

  @Option(names = "--file", paramLabel = "FILE", required = true, description = "The new text.")
  private Path file;

  @Option(
      names = "--force",
      description = "Gives up what destinations have not got that are no longer there.")
  private boolean force;

  @Override
  public Integer call() throws InterruptedException {
    return change.run(
        service,
        "The destinations of " + file + " hold",
        _ -> read(),
        force ? DestinationChange.Undelivered.GIVEN_UP : DestinationChange.Undelivered.KEPT);
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(Failure.text(e), new UncheckedIOException(e));
    }
  }
}
