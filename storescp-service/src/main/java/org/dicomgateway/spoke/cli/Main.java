package org.dicomgateway.spoke.cli;

import java.util.List;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Failure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Entry point of the spoke's commands. */
@Command(name = "gateway", mixinStandardHelpOptions = true)
@Commands({
  SpokeCommand.class,
  EchoCommand.class,
  SendCommand.class,
  DumpCommand.class,
  CompletionCommand.class
})
public final class Main {
  Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command, and returns the exit code. */
  static int run(String... arguments) {
    return with(CommandTree.namedBy(List.of(arguments), Main.class)).execute(arguments);
  }

  /** With all commands. */
  static CommandLine commandLine() {
    return with(CommandTree.whole(Main.class));
  }

  private static CommandLine with(CommandLine commands) {
    return commands
        .setHelpFactory(Main::help)
        .setExecutionExceptionHandler(Main::failed)
        .setParameterExceptionHandler(Main::wrongUsage);
  }

  private static Help help(CommandSpec command, Help.ColorScheme colours) {
    command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.meanings());
    return new Help(command, colours);
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
