package org.dicomgateway.hub.cli;

import picocli.CommandLine.Command;

/** {@code hub study}: only its commands do something. */
@Command(
    name = "study",
    description = "The studies that this hub holds.",
    subcommands = {StudyListCommand.class, StudyShowCommand.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class StudyCommand {}
