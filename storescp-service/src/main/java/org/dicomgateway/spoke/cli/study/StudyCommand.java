package org.dicomgateway.spoke.cli.study;

import picocli.CommandLine.Command;

/** {@code gateway spoke study}. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = "Studies that go nowhere: held, dropped, or taken by no rule.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example: gateway spoke study list"},
    subcommands = {StudyListCommand.class, StudyReleaseCommand.class, StudySendCommand.class})
public final class StudyCommand {}
