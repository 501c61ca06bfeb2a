package org.dicomgateway.spoke.cli;

import java.io.PrintWriter;
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

  /** Asks, prints, and returns the exit code: 0, or 1 with the reason on stderr. */
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
      return 1;
    }
  }

  private ServiceApi api() {
    try {
      return new ServiceApi(url, "spoke");
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--url: " + e.getMessage());
    }
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
