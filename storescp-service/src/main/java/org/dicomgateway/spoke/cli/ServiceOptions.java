package org.dicomgateway.spoke.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dicomgateway.console.Access;
import org.dicomgateway.console.Inquiry;
import org.dicomgateway.console.Inquiry.Question;
import org.dicomgateway.console.Inquiry.View;
import org.dicomgateway.console.Terminal;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has that asks the running spoke. For one thread. */
public final class ServiceOptions {
  /** Where {@code serve} has its admin API unless told otherwise. */
  private static final String DEFAULT_URL =
      "${env:GATEWAY_URL:-http://127.0.0.1:${env:GATEWAY_ADMIN_PORT:-8081}}";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = DEFAULT_URL,
      description = "The spoke's admin address (GATEWAY_URL, else ${DEFAULT-VALUE}).")
  private String url;

  @Option(names = "--json", description = "Prints the API's answer as it is.")
  private boolean json;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:GATEWAY_ADMIN_TOKEN}",
      description = "What 'gateway spoke token' prints (GATEWAY_ADMIN_TOKEN).")
  private String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      defaultValue = "${env:GATEWAY_ADMIN_TOKEN_FILE}",
      description = "The file it stands in (GATEWAY_ADMIN_TOKEN_FILE).")
  private Path tokenFile;

  @Option(
      names = "--ca",
      paramLabel = "PEM",
      defaultValue = "${env:GATEWAY_ADMIN_CA}",
      description = "Certificates to trust for an https --url (GATEWAY_ADMIN_CA).")
  private Path authorities;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long an answer may take (${DEFAULT-VALUE}).")
  private int seconds;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Asks, prints, and returns the exit code; a reason stands on stderr. */
  public int run(Question question, View view) throws InterruptedException {
    Terminal terminal = Main.terminal(command.commandLine());
    try {
      Access access = Access.of(token, tokenFile, authorities, seconds);
      return new Inquiry("spoke", url, access, terminal).run(question, json ? Inquiry.JSON : view);
    } catch (IOException e) {
      return terminal.refuse(e);
    }
  }

  /** Whether scripts read what is printed. */
  public boolean printsJson() {
    return json;
  }

  /** Text in a picocli style such as {@code bold,red}, on a terminal; as it is elsewhere. */
  public String styled(String style, String text) {
    if (!command.commandLine().getColorScheme().ansi().enabled()) {
      return text;
    }
    IStyle[] styles = Style.parse(style);
    return Style.on(styles) + text + Style.off(styles);
  }
}
