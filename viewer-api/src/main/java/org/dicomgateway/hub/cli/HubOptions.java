package org.dicomgateway.hub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.dicomgateway.console.Access;
import org.dicomgateway.console.Failure;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

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

  /** One question. */
  @FunctionalInterface
  interface Question {
    JsonNode ask(ServiceApi api) throws ServiceException, InterruptedException;
  }

  /** How an answer is shown to people. */
  @FunctionalInterface
  interface View {
    void show(JsonNode answer, PrintWriter out);
  }

  /** Asks, prints, and returns the exit code; a reason stands on stderr. */
  int run(Question question, View view) throws InterruptedException {
    PrintWriter out = command.commandLine().getOut();
    try (ServiceApi api = api()) {
      JsonNode answer = question.ask(api);
      if (json) {
        out.println(answer);
      } else {
        view.show(answer, out);
      }
      out.flush();
      return 0;
    } catch (ServiceException e) {
      command.commandLine().getErr().println(command.qualifiedName() + ": " + e.getMessage());
      return e.exitCode().number();
    }
  }

  private ServiceApi api() throws ServiceException {
    try {
      return ServiceApi.with(
          new Access(
              token(), Optional.ofNullable(authorities), Duration.ofSeconds(Math.max(1, seconds))),
          url,
          "hub");
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--url: " + e.getMessage());
    }
  }

  private Optional<String> token() throws ServiceException {
    if (token != null || tokenFile == null) {
      return Optional.ofNullable(token);
    }
    try {
      return Optional.of(Files.readString(tokenFile).strip());
    } catch (IOException e) {
      throw new ServiceException(Failure.exitCode(e), Failure.text(e));
    }
  }
}
