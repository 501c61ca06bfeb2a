package org.dicomgateway.hub.cli;

import picocli.CommandLine.Command;

/** {@code hub}: only its commands do something. */
@Command(
    name = "hub",
    description = "The hub: takes studies from sites, archives them, shows them.",
    subcommands = {
      ServeCommand.class,
      StatusCommand.class,
      SiteCommand.class,
      TokenCommand.class,
      StudyCommand.class,
      TraceCommand.class,
      ReindexCommand.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class HubCommand {}
