package org.dicomgateway.samples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the samples. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    description = "Sample studies, a demonstration, a bad line, and measurements.",
    subcommands = {DemoCommand.class, Generate.class, BadLineCommand.class, Bench.class})
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commands().execute(arguments));
  }

  /** The commands: 0 done, 1 failed, 2 wrong usage. */
  static CommandLine commands() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            });
  }
}
