package org.dicomgateway.hub.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.HubTraceText;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.console.StepTable;
import org.dicomgateway.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code hub trace STUDY}: asks the hub that runs. */
@Command(
    name = "trace",
    description = {
      "Tells how a study came to this hub, from every site, and what is in conflict.",
      "Times of the spoke are by its clock."
    },
    footer = {"", "Example: gateway hub trace 1.2.840.113619.2.55.3.604688119"},
    mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID")
  private String study;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:GATEWAY_URL:-http://127.0.0.1:${env:GATEWAY_PORT:-8080}}",
      description = "the hub's address (GATEWAY_URL, else ${DEFAULT-VALUE})")
  private String url;

  @Option(names = "--json", description = "prints the API's answer as it is")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (ServiceApi api = api()) {
      JsonNode trace = api.get("/api/studies/" + ServiceApi.encoded(study) + "/trace");
      (json ? List.of(trace.toString()) : text(trace)).forEach(out::println);
      out.flush();
      return 0;
    } catch (ServiceException e) {
      spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
      return e.exitCode().number();
    }
  }

  private ServiceApi api() {
    try {
      return new ServiceApi(url, "hub");
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--url: " + e.getMessage());
    }
  }

  private static List<String> text(JsonNode trace) {
    HubTraceText hub = new HubTraceText(trace);
    JsonNode packs = trace.path("packs");
    StepTable steps = new StepTable().side("spoke");
    hub.spokeSteps(steps);
    steps.side("hub");
    hub.steps(steps);
    Table table = new Table("PACK", "SITE", ">INSTANCES", ">SIZE");
    for (JsonNode pack : packs) {
      table.row(
          pack.path("packId").asString(""),
          pack.path("site").asString(""),
          pack.path("instances").size(),
          Figures.bytes(pack.path("length").asLong()));
    }
    return Arrays.asList(
            List.of("Study " + trace.path("studyInstanceUid").asString("")),
            steps.lines(),
            hub.conflicts(),
            List.of(""),
            table.lines())
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
