package org.dicomgateway.spoke.cli.study;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.Table;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke study list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the studies that are kept back, the longest waiting first, and why.",
      "What is on its way is listed by 'gateway spoke queue'."
    },
    footer = {"", "Example: gateway spoke study list"})
final class StudyListCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(api -> api.get("/api/kept"), StudyListCommand::show);
  }

  private static void show(JsonNode studies, PrintWriter out) {
    if (studies.isEmpty()) {
      out.println("Nothing is kept back: the routes send everything that came.");
      return;
    }
    Instant now = Instant.now();
    Table table = new Table("STUDY", "KEPT", "FROM", ">INSTANCES", ">SIZE", ">AGE");
    for (JsonNode study : studies) {
      JsonNode why = study.path("why");
      table.across(study.path("studyInstanceUid").asString());
      table.row(
          "",
          kept(why.path("kind").asString()),
          why.path("callingAet").asString(),
          study.path("instances").asLong(),
          Figures.bytes(study.path("bytes").asLong()),
          Figures.age(study.path("oldest"), now));
      Paragraph.lines("       ", why.path("reason").asString()).forEach(table::across);
    }
    table.lines().forEach(out::println);
    out.println("Let them go: gateway spoke study release STUDY, or send STUDY");
  }

  private static String kept(String kind) {
    return switch (kind) {
      case "HOLD" -> "held";
      case "DROP" -> "dropped";
      default -> kind.toLowerCase(Locale.ROOT);
    };
  }
}
