package org.dicomgateway.spoke.cli.route;

import org.dicomgateway.spoke.cli.Commands;
import picocli.CommandLine.Command;

/** {@code gateway spoke route}. */
@Command(
    name = "route",
    mixinStandardHelpOptions = true,
    description = {
      "Says where instances go. Rules are read from top to bottom, and the first that matches"
          + " decides; while there are none, everything goes to the hub.",
      "",
      "A change holds from the next instance on, and for no association's end. Every version is"
          + " kept, with who made it, when and why."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  gateway spoke route add 'ultrasound is stat' --when 'modality: US' \\",
      "      --send hub --urgency stat --why 'probe on the patient'"
    })
@Commands({
  RouteListCommand.class,
  RouteShowCommand.class,
  RouteAddCommand.class,
  RouteEditCommand.class,
  RouteRemoveCommand.class,
  RouteTestCommand.class,
  RouteExplainCommand.class,
  RouteHistoryCommand.class,
  RouteRollbackCommand.class
})
public final class RouteCommand {}
