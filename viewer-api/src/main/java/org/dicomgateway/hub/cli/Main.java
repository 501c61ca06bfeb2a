package org.dicomgateway.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Terminal;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.settings.SettingException;
import org.dicomgateway.settings.SettingSources;
import org.dicomgateway.settings.SettingsFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The hub's command line. */
@Command(
    name = "gateway",
    subcommands = {HubCommand.class, CompletionCommand.class},
    synopsisSubcommandLabel = "hub COMMAND")
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(System.getenv(), arguments));
  }

  static int run(Map<String, String> environment, String... arguments) {
    try {
      return commandLine(sources(environment, arguments)).execute(arguments);
    } catch (SettingException e) {
      System.err.println("gateway hub: " + e.getMessage());
      return ExitCode.USAGE.number();
    }
  }

  static CommandLine commandLine(SettingSources sources) {
    CommandLine.IFactory factory = new SettingsFactory(sources);
    return new CommandLine(new Main(), factory)
        .setDefaultValueProvider(
            argument ->
                argument instanceof CommandLine.Model.OptionSpec option
                    ? setting(sources, option.longestName().substring(2)).orElse(null)
                    : null)
        .setHelpFactory(Main::help)
        .setExecutionExceptionHandler(
            (failure, command, _) -> terminal(command).refuse(cause(failure)))
        .setParameterExceptionHandler(
            (e, _) -> terminal(e.getCommandLine()).refuse(ExitCode.USAGE, e.getMessage()));
  }

  /** What is no setting of the hub is none of its commands either: GATEWAY_SITE is a spoke's. */
  private static Optional<String> setting(SettingSources sources, String name) {
    return HubSettings.KEYS.contains(name) ? sources.value(name) : Optional.empty();
  }

  /** The file has to be known before flags that have their defaults from it are read. */
  private static SettingSources sources(Map<String, String> environment, String... arguments)
      throws SettingException {
    Optional<String> file = new SettingSources(Map.of(), environment, Map.of()).value("config");
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--config") && i + 1 < arguments.length) {
        file = Optional.of(arguments[i + 1]);
      } else if (arguments[i].startsWith("--config=")) {
        file = Optional.of(arguments[i].substring("--config=".length()));
      }
    }
    return new SettingSources(
        Map.of(),
        environment,
        file.isPresent() ? SettingsFile.read(Path.of(file.get()), HubSettings.KEYS) : Map.of());
  }

  private static CommandLine.Help help(CommandSpec command, CommandLine.Help.ColorScheme colours) {
    command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.meanings());
    return new CommandLine.Help(command, colours);
  }

  /** Where a command prints. */
  static Terminal terminal(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return new Terminal(name, command.getOut(), command.getErr());
  }

  /** What Spring and the pool of connections wrap says the least. */
  private static Throwable cause(Throwable failure) {
    return failure.getCause() == null || failure instanceof IOException
        ? failure
        : cause(failure.getCause());
  }
}
