package org.dicomgateway.spoke.cli.study;

import org.dicomgateway.spoke.cli.Commands;
import picocli.CommandLine.Command;

/** {@code gateway spoke study}. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description =
        "Studies that the spoke holds: how they stand, what is kept back and why; in from files, out to"
            + " them.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example: gateway spoke study list"})
@Commands({
  StudyListCommand.class,
  StudyShowCommand.class,
  StudyHoldCommand.class,
  StudyReleaseCommand.class,
  StudySendCommand.class,
  StudyImportCommand.class,
  StudyExportCommand.class,
  StudyDeleteCommand.class
})
public final class StudyCommand {}
