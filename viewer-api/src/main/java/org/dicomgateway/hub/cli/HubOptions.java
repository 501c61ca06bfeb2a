package org.dicomgateway.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dicomgateway.console.Access;
import org.dicomgateway.console.Inquiry;
import org.dicomgateway.console.Inquiry.Question;
import org.dicomgateway.console.Inquiry.View;
import org.dicomgateway.console.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has that asks the running hub. For one thread. */
final class HubOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:GATEWAY_URL:-http://127.0.0.1:${env:GATEWAY_PORT:-8080}}",
      description = "the hub's address (GATEWAY_URL, else ${DEFAULT-VALUE})")
  private String url;

  @Option(names = "--json", description = "prints the API's answer as it is")
  private boolean json;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:GATEWAY_ADMIN_TOKEN}",
      description = "what 'gateway hub token' prints (GATEWAY_ADMIN_TOKEN)")
  private String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      defaultValue = "${env:GATEWAY_ADMIN_TOKEN_FILE}",
      description = "the file it stands in (GATEWAY_ADMIN_TOKEN_FILE)")
  private Path tokenFile;

  @Option(
      names = "--ca",
      paramLabel = "PEM",
      defaultValue = "${env:GATEWAY_ADMIN_CA}",
      description = "certificates to trust for an https --url (GATEWAY_ADMIN_CA)")
  private Path authorities;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "how long an answer may take (${DEFAULT-VALUE})")
  private int seconds;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Asks, prints, and returns the exit code; a reason stands on stderr. */
  int run(Question question, View view) throws InterruptedException {
    Terminal terminal = Main.terminal(command.commandLine());
    try {
      Access access = Access.of(token, tokenFile, authorities, seconds);
      return new Inquiry("hub", url, access, terminal).run(question, json ? Inquiry.JSON : view);
    } catch (IOException e) {
      return terminal.refuse(e);
    }
  }
}
