package org.dicomgateway.samples.cli;

import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Terminal;
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

  /** The commands, with the exit codes of all others. */
  static CommandLine commands() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, _) -> terminal(command).refuse(failure))
        .setParameterExceptionHandler(
            (e, _) -> terminal(e.getCommandLine()).refuse(ExitCode.USAGE, e.getMessage()));
  }

  /** Where a command prints. */
  private static Terminal terminal(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return new Terminal(name, command.getOut(), command.getErr());
  }
}
