package org.dicomgateway.spoke.cli;

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

/** {@code gateway spoke token}: on the spoke's own PC. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the token that the admin port asks for, alone on the last line.",
      "",
      "It is asked for where --admin-bind lets other machines ask, or --admin-token-file is given."
          + " A new one holds at once, without a restart; browsers have to log in again."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke token --data /var/lib/gateway-spoke",
      "  gateway spoke token --data /var/lib/gateway-spoke --renew",
      "  gateway spoke status --url https://spoke.hospital.example:8081 --token-file admin.token"
    })
final class TokenCommand implements Callable<Integer> {
  static final class Place {
    @Option(names = "--data", paramLabel = "DIR", description = "The spoke's data folder.")
    private Path data;

    @Option(
        names = "--admin-token-file",
        paramLabel = "FILE",
        description = "The token's file, if 'serve' was given one.")
    private Path file;
  }

  @ArgGroup(multiplicity = "1")
  private Place place;

  @Option(names = "--renew", description = "Makes a new one; the old one is void.")
  private boolean renew;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    AdminToken token = AdminToken.of(Optional.ofNullable(place.file), place.data);
    TokenPrinter printer = new TokenPrinter("spoke", Main.terminal(spec.commandLine()));
    return renew ? printer.printRenewed(token) : printer.print(token);
  }
}
