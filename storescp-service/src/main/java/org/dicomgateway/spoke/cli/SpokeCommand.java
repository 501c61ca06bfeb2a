package org.dicomgateway.spoke.cli;

import org.dicomgateway.spoke.cli.destination.DestinationCommand;
import org.dicomgateway.spoke.cli.modality.ModalityCommand;
import org.dicomgateway.spoke.cli.route.RouteCommand;
import org.dicomgateway.spoke.cli.study.StudyCommand;
import picocli.CommandLine.Command;

/** {@code gateway spoke}. */
@Command(
    name = "spoke",
    mixinStandardHelpOptions = true,
    description = {
      "Receives from modalities and forwards to a hub.",
      "",
      "All commands but serve and token ask the spoke that runs, at --url."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example: gateway spoke status"})
@Commands({
  ServeCommand.class,
  TokenCommand.class,
  StatusCommand.class,
  QueueCommand.class,
  TraceCommand.class,
  LogCommand.class,
  DoctorCommand.class,
  RouteCommand.class,
  DestinationCommand.class,
  StudyCommand.class,
  ModalityCommand.class,
  RetryCommand.class,
  PauseCommand.class,
  ResumeCommand.class
})
final class SpokeCommand {}
