package org.dicomgateway.spoke.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Entry point of the spoke's commands. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    subcommands = {SpokeCommand.class, EchoCommand.class, SendCommand.class, DumpCommand.class})
public final class Main {
  Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command: 0 done, 1 failed, 2 wrong usage. */
  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command
                  .getErr()
                  .println(command.getCommandSpec().qualifiedName() + ": " + failure.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            })
        .setParameterExceptionHandler(Main::wrongUsage)
        .execute(arguments);
  }

  /** One line, not the whole help, in which the line would be lost. */
  private static int wrongUsage(ParameterException e, String[] arguments) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    e.getCommandLine()
        .getErr()
        .println("%s: %s (see %s --help)".formatted(command, e.getMessage(), command));
    return CommandLine.ExitCode.USAGE;
  }
}
