package org.dicomgateway.spoke.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.dicomgateway.settings.SettingException;
import org.dicomgateway.settings.SettingSources;
import org.dicomgateway.settings.SettingsFile;
import org.dicomgateway.spoke.config.Setting;
import org.dicomgateway.spoke.config.SettingsWatch;
import org.dicomgateway.spoke.config.Spoke;
import org.dicomgateway.spoke.config.SpokeSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gateway spoke serve}: runs until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Receives instances over DICOM, keeps them safe, and forwards them to the hub.",
      "",
      "Prints one line 'spoke ready dicom://AET@host:port http://host:port' when it serves."
          + " Stop it with SIGTERM or Ctrl-C; what was acknowledged is sent after the next start.",
      "",
      "Each setting can be a flag, an environment variable (--dicom-port: GATEWAY_DICOM_PORT), or"
          + " a line of the --config file (dicom-port: 11112), in this order of strength."
    },
    footer = {
      "",
      "Example:",
      "  gateway spoke serve --data /var/lib/gateway --aet GATEWAY --dicom-port 11112 \\",
      "    --admin-port 8081 --hub https://hub.example --site yen-bai --token …"
    },
    modelTransformer = ServeCommand.SettingFlags.class)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:GATEWAY_CONFIG}",
      description = "settings in YAML")
  private Path config;

  /** Adds a flag for every setting. */
  static final class SettingFlags implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      for (Setting setting : Setting.values()) {
        command.addOption(
            OptionSpec.builder(setting.flag())
                .type(String.class)
                .paramLabel(setting.label())
                .description(setting.description())
                .build());
      }
      return command;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Spoke spoke = Spoke.start(settings());
    if (config != null) {
      SettingsWatch.start(config, this::sources, spoke);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(spoke), "stop"));
    spec.commandLine().getOut().println(readyLine(spoke));
    spec.commandLine().getOut().flush();
    new CountDownLatch(1).await();
    return 0;
  }

  private SpokeSettings settings() {
    try {
      return SpokeSettings.of(sources());
    } catch (SettingException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private SettingSources sources() throws SettingException {
    Map<String, String> flags = new HashMap<>();
    for (Setting setting : Setting.values()) {
      String value = spec.commandLine().getParseResult().matchedOptionValue(setting.flag(), null);
      if (value != null) {
        flags.put(setting.key(), value);
      }
    }
    Map<String, String> file =
        config == null ? Map.of() : SettingsFile.read(config, Setting.keys(), Setting.lists());
    return new SettingSources(flags, System.getenv(), file);
  }

  /** A stop that was asked for is no failure, but the JVM would end it with 143 or 130. */
  private static void stop(Spoke spoke) {
    spoke.close();
    Runtime.getRuntime().halt(0);
  }

  private static String readyLine(Spoke spoke) {
    return "spoke ready dicom://%s@%s %s://%s"
        .formatted(
            spoke.aeTitle(),
            hostAndPort(spoke.dicom()),
            spoke.adminScheme(),
            hostAndPort(spoke.admin()));
  }

  private static String hostAndPort(InetSocketAddress address) {
    String host =
        address.getAddress().isAnyLocalAddress()
            ? "localhost"
            : address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
