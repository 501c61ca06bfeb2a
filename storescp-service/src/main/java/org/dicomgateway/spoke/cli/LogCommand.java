package org.dicomgateway.spoke.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke log}. */
@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what the spoke told last, and with --follow what it tells from now on, until Ctrl-C.",
      "More of it lies in log/ of the data folder."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke log --level warn --lines 20",
      "  gateway spoke log --follow --study 1.2.840.113619.2.55.3.604688119"
    })
final class LogCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on with what is told from now on.")
  private boolean follow;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "info",
      description = "The least: debug, info, warn or error (${DEFAULT-VALUE}).")
  private String level;

  @Option(
      names = "--study",
      paramLabel = "UID",
      defaultValue = "",
      description = "Only what is told of this study, or of an instance.")
  private String study;

  @Option(
      names = "--lines",
      paramLabel = "N",
      defaultValue = "100",
      description = "The last so many (${DEFAULT-VALUE}).")
  private int lines;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    String query =
        "?level=%s&study=%s&lines=%d"
            .formatted(ServiceApi.encoded(level), ServiceApi.encoded(study), lines);
    return service.run(
        api -> follow ? followed(api, query) : api.get("/api/log" + query),
        (answer, out) -> answer.forEach(line -> print(line, out)));
  }

  /** Ends when the service does. */
  private JsonNode followed(ServiceApi api, String query)
      throws ServiceException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    api.follow(
        "/api/log/follow" + query,
        line -> {
          if (service.printsJson()) {
            out.println(line);
          } else {
            print(line, out);
          }
          out.flush();
        });
    throw new ServiceException(ExitCode.UNREACHABLE, "the spoke has stopped");
  }

  private void print(JsonNode line, PrintWriter out) {
    String told = line.path("level").asString();
    String shown = "%-5s".formatted(told);
    String style = told.equals("ERROR") ? "bold,red" : "yellow";
    out.printf(
        "%s %s %s: %s%n",
        Figures.time(line.path("at")),
        told.equals("ERROR") || told.equals("WARN") ? service.styled(style, shown) : shown,
        line.path("logger").asString(),
        line.path("message").asString());
  }
}
