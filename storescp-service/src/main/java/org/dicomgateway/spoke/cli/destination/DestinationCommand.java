package org.dicomgateway.spoke.cli.destination;

import org.dicomgateway.spoke.cli.Commands;
import picocli.CommandLine.Command;

/** {@code gateway spoke destination}. */
@Command(
    name = "destination",
    mixinStandardHelpOptions = true,
    description = {
      "Where images go: hubs, DICOM nodes, STOW-RS servers, folders. Each has its own queue: one that"
          + " is down holds up no other.",
      "The hub that the spoke's settings name is called 'hub'."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example: gateway spoke destination add pacs --dicom PACS@10.0.0.5:104"})
@Commands({
  DestinationListCommand.class,
  DestinationShowCommand.class,
  DestinationAddCommand.class,
  DestinationEditCommand.class,
  DestinationTestCommand.class,
  DestinationPauseCommand.class,
  DestinationResumeCommand.class,
  DestinationLimitCommand.class,
  DestinationRemoveCommand.class,
  DestinationHistoryCommand.class,
  DestinationRollbackCommand.class
})
public final class DestinationCommand {}
