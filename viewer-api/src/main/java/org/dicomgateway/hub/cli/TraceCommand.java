package org.dicomgateway.hub.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.HubTraceText;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.StepTable;
import org.dicomgateway.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
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
  @Mixin private HubOptions hub;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID")
  private String study;

  @Override
  public Integer call() throws InterruptedException {
    return hub.run(
        api -> api.get("/api/studies/" + ServiceApi.encoded(study) + "/trace"),
        (trace, out) -> text(trace).forEach(out::println));
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
