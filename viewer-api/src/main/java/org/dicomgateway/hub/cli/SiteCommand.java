package org.dicomgateway.hub.cli;

import picocli.CommandLine.Command;

/** {@code hub site}: only its commands do something. */
@Command(
    name = "site",
    description = "The sites that may send to this hub.",
    subcommands = {SiteAddCommand.class, SiteListCommand.class, SiteShowCommand.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class SiteCommand {}
