package org.dicomgateway.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dicomgateway.console.TokenPrinter;
import org.dicomgateway.token.AdminToken;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub token}: on the hub's own machine. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the token that the hub's commands need from another machine, alone on the last line.",
      "",
      "It is asked for where --bind lets other machines ask, or --admin-token-file is given. A new"
          + " one holds at once, without a restart. The tokens of sites are others: 'site add'."
    },
    footer = {
      "",
      "Examples:",
      "  gateway hub token --data /var/lib/gateway-hub",
      "  gateway hub token --data /var/lib/gateway-hub --renew",
      "  gateway hub status --url https://hub.hospital.example --token-file hub-admin.token"
    })
final class TokenCommand implements Callable<Integer> {
  static final class Place {
    @Option(names = "--data", paramLabel = "DIR", description = "the hub's folder")
    private Path data;

    @Option(
        names = "--admin-token-file",
        paramLabel = "FILE",
        description = "the token's file, if 'serve' was given one")
    private Path file;
  }

  @ArgGroup(multiplicity = "1")
  private Place place;

  @Option(names = "--renew", description = "makes a new one; the old one is void")
  private boolean renew;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    AdminToken token = AdminToken.of(Optional.ofNullable(place.file), place.data);
    TokenPrinter printer = new TokenPrinter("hub", Main.terminal(spec.commandLine()));
    return renew ? printer.printRenewed(token) : printer.print(token);
  }
}
