package org.dicomgateway.samples.cli;

import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Failure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
        .setExecutionExceptionHandler(Main::failed)
        .setParameterExceptionHandler(Main::wrongUsage);
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + Failure.text(failure));
    return Failure.exitCode(failure).number();
  }

  /** One line, not the whole help, in which the line would be lost. */
  private static int wrongUsage(ParameterException e, String[] arguments) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    e.getCommandLine()
        .getErr()
        .println("%s: %s (see %s --help)".formatted(command, e.getMessage(), command));
    return ExitCode.USAGE.number();
  }
}
