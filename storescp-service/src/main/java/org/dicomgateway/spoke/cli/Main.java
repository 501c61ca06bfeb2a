package org.dicomgateway.spoke.cli;

import java.util.List;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

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
        .setExecutionExceptionHandler((failure, command, _) -> terminal(command).refuse(failure))
        .setParameterExceptionHandler(
            (e, _) -> terminal(e.getCommandLine()).refuse(ExitCode.USAGE, e.getMessage()));
  }

  private static Help help(CommandSpec command, Help.ColorScheme colours) {
    command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.meanings());
    return new Help(command, colours);
  }

  /** Where a command prints. */
  static Terminal terminal(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return new Terminal(name, command.getOut(), command.getErr());
  }
}
