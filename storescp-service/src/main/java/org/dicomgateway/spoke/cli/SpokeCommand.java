package org.dicomgateway.spoke.cli;

import picocli.CommandLine.Command;

/** {@code gateway spoke}. */
@Command(
    name = "spoke",
    mixinStandardHelpOptions = true,
    description = "Receives from modalities and forwards to a hub.",
    subcommands = ServeCommand.class)
final class SpokeCommand {}
