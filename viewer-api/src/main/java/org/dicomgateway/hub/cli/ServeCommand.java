package org.dicomgateway.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dicomgateway.hub.config.HubServer;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.settings.SettingSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub serve}: runs until it is told to stop. */
@Command(
    name = "serve",
    description = "Runs the hub until it gets SIGTERM.",
    footer = {
      "",
      "Every flag can also come from the environment (--object-store is GATEWAY_OBJECT_STORE)",
      "or from the file of --config (object-store: …); a flag is stronger than the environment,",
      "that is stronger than the file. Only there, so that nobody reads them off the list of",
      "processes: object-store-access-key, object-store-secret-key, database-user,",
      "database-password."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private final SettingSources sources;

  @Spec private CommandSpec spec;

  @Mixin private StorageOptions options;

  @Option(
      names = "--port",
      paramLabel = "N",
      required = true,
      description = "where it serves HTTP; 0 takes a free port")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = HubSettings.LOOPBACK,
      description = "address to listen at (default: ${DEFAULT-VALUE}, this machine only)")
  private String bind;

  @Option(
      names = "--tls-certificate",
      paramLabel = "PEM",
      description = "serve HTTPS with this certificate (and those that lead to its issuer)")
  private Path certificate;

  @Option(names = "--tls-key", paramLabel = "PEM", description = "its private key")
  private Path key;

  @Option(
      names = "--admin-token-file",
      paramLabel = "FILE",
      description = {
        "the token that /api asks for, in a line of this file; without it, admin.token in the hub's"
            + " folder, and only if --bind lets other machines ask"
      })
  private Path tokenFile;

  ServeCommand(SettingSources sources) {
    this.sources = sources;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    HubServer server =
        HubServer.start(
            options.settings(sources, checked(port), bind, tls(), Optional.ofNullable(tokenFile)));
    // A JVM that gets SIGTERM would exit with 143; a hub that was told to stop has done well.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  Runtime.getRuntime().halt(closed(server) ? 0 : 1);
                }));
    spec.commandLine().getOut().println("hub ready " + server.url());
    spec.commandLine().getOut().flush();
    Thread.currentThread().join();
    return 0;
  }

  private int checked(int port) {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "--port: %d is no port; 1 to 65535, or 0".formatted(port));
    }
    return port;
  }

  private Optional<HubSettings.Tls> tls() {
    if ((certificate == null) != (key == null)) {
      throw new ParameterException(
          spec.commandLine(), "--tls-certificate and --tls-key go together, one is missing");
    }
    return certificate == null
        ? Optional.empty()
        : Optional.of(new HubSettings.Tls(certificate, key));
  }

  private static boolean closed(HubServer server) {
    try {
      server.close();
      return true;
    } catch (IOException | RuntimeException e) {
      System.err.println("gateway hub serve: did not stop cleanly: " + e);
      return false;
    }
  }
}
