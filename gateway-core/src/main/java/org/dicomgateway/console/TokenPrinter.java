package org.dicomgateway.console;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.dicomgateway.token.AdminToken;

/**
 * What the command {@code token} does, on the machine of the service.
 *
 * @param service whose token it is: {@code hub} or {@code spoke}
 */
public record TokenPrinter(String service, Terminal terminal) {
  /** Prints the token alone; returns the exit code. */
  public int print(AdminToken token) throws IOException {
    try {
      terminal.out().println(token.value());
      return ExitCode.DONE.number();
    } catch (NoSuchFileException e) {
      return terminal.refuse(
          ExitCode.NOT_FOUND,
          "there is no token in %s. The %s makes one when it starts and asks for it; --renew makes one now"
              .formatted(token.file(), service));
    }
  }

  /** Likewise, once there is a new one. */
  public int printRenewed(AdminToken token) throws IOException {
    token.renew();
    String said = "A new token is in " + token.file() + "; the old one is void for good.";
    terminal.err().println(said);
    return print(token);
  }
}
