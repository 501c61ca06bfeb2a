package org.dicomgateway.spoke.cli.study;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke study delete STUDY}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = {
      "Deletes what the spoke holds of a study, for good; at its destinations it stays. What has not"
          + " been delivered everywhere is deleted with --force only. Asks first, unless --yes is"
          + " given. It cannot be undone."
    },
    footer = {"", "Example: gateway spoke study delete 1.2.840.113619.2.55.3.604688119 --yes"})
final class StudyDeleteCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean sure;

  @Option(names = "--force", description = "Deletes what no destination has, too.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Console console = System.console();
    if (!sure && (console == null || !console.isTerminal())) {
      throw new ParameterException(spec.commandLine(), "nobody can be asked here: say --yes");
    }
    return service.run(api -> delete(api, console), this::show);
  }

  private JsonNode delete(ServiceApi api, Console console)
      throws ServiceException, InterruptedException {
    String path = "/api/studies/" + ServiceApi.encoded(study);
    JsonNode summary = api.get(path).path("study");
    if (!sure) {
      console.printf("%s%n", StudyText.title(summary));
      String typed =
          console.readLine(
              "%s, %s: %s. Type 'delete' to delete them: ",
              Figures.count(summary.path("instances").asInt(), "instance"),
              Figures.bytes(summary.path("bytes").asLong()),
              String.join(", ", StudyText.standings(summary)));
      if (!"delete".equals(typed)) {
        throw new ServiceException("nothing is deleted");
      }
    }
    return api.delete(path + (force ? "?undelivered=DELETE" : ""));
  }

  private void show(JsonNode answer, PrintWriter out) {
    out.println(
        Figures.count(answer.path("deleted").asInt(), "instance")
            + " deleted. This cannot be undone.");
  }
}
