package org.dicomgateway.spoke.cli;

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
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

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

  /** One question. */
  @FunctionalInterface
  public interface Question {
    JsonNode ask(ServiceApi api) throws ServiceException, InterruptedException;
  }

  /** How an answer is shown to people. */
  @FunctionalInterface
  public interface View {
    void show(JsonNode answer, PrintWriter out);
  }

  /** Asks, prints, and returns the exit code; a reason stands on stderr. */
  public int run(Question question, View view) throws InterruptedException {
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
          "spoke");
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
