package org.dicomgateway.spoke.cli.route;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke route explain STUDY}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what the routes of now say of a study in the spool, which rule matched and why, and"
          + " changes nothing."
    },
    footer = {"", "Example: gateway spoke route explain 1.2.840.113619.2.55.3.604688119"})
final class RouteExplainCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.get("/api/studies/" + ServiceApi.encoded(study) + "/routing"), this::show);
  }

  private void showHeld(String reason, PrintWriter out) {
    if (!reason.isEmpty()) {
      String said =
          "%s%s. Once it is released, the rules decide:"
              .formatted(reason.startsWith("held ") ? "" : "held: ", reason);
      Paragraph.lines("  ", said).forEach(out::println);
      out.println("    gateway spoke study release " + study);
    }
  }

  private void show(JsonNode groups, PrintWriter out) {
    for (JsonNode group : groups) {
      out.println(
          "%s, such as %s"
              .formatted(
                  Figures.count(group.path("instances").asInt(), "instance"),
                  group.path("first").asString()));
      showHeld(group.path("held").asString(""), out);
      ExplanationText.lines(group.path("explanation")).forEach(out::println);
    }
  }
}
