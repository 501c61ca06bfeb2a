package org.dicomgateway.console;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/**
 * How a command asks a running service.
 *
 * @param service what has to answer: {@code hub} or {@code spoke}
 * @param url its address
 */
public record Inquiry(String service, String url, Access access, Terminal terminal) {
  /** The API's answer as it is. */
  public static final View JSON = (answer, out) -> out.println(answer);

  /** One question. */
  @FunctionalInterface
  public interface Question {
    JsonNode ask(ServiceApi api) throws ServiceException, InterruptedException;
  }

  /** How an answer is shown. */
  @FunctionalInterface
  public interface View {
    void show(JsonNode answer, PrintWriter out);
  }

  /** Asks, prints, and returns the exit code; a reason stands on stderr. */
  public int run(Question question, View view) throws InterruptedException {
    try (ServiceApi api = ServiceApi.with(access, url, service)) {
      view.show(question.ask(api), terminal.out());
      terminal.out().flush();
      return ExitCode.DONE.number();
    } catch (ServiceException e) {
      return terminal.refuse(e.exitCode(), e.getMessage());
    }
  }
}
