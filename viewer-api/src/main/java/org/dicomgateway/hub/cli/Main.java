package org.dicomgateway.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.settings.SettingException;
import org.dicomgateway.settings.SettingSources;
import org.dicomgateway.settings.SettingsFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The hub's command line. */
@Command(
    name = "gateway",
    subcommands = {HubCommand.class},
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
      return CommandLine.ExitCode.USAGE;
    }
  }

  private static CommandLine commandLine(SettingSources sources) {
    CommandLine.IFactory factory = new SettingsFactory(sources);
    return new CommandLine(new Main(), factory)
        .setDefaultValueProvider(
            argument ->
                argument.isOption()
                    ? sources.value(name((CommandLine.Model.OptionSpec) argument)).orElse(null)
                    : null)
        .setExecutionExceptionHandler(Main::failed);
  }

  private static String name(CommandLine.Model.OptionSpec option) {
    return option.longestName().substring(2);
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

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + cause.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
