package org.dicomgateway.spoke.cli.modality;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Table;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke modality list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the modalities that are known, and others that called; when each was heard last, how"
          + " many images came today, and of which kind the last one was."
    },
    footer = {"", "Example: gateway spoke modality list"})
final class ModalityListCommand implements Callable<Integer> {
  private static final int NAME = 16;

  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(api -> api.get("/api/modalities"), ModalityListCommand::show);
  }

  private static void show(JsonNode answer, PrintWriter out) {
    Instant now = Instant.parse(answer.path("at").asString());
    Table table = new Table("NAME", "AE TITLE", "ADDRESS", ">HEARD", ">TODAY", "KIND");
    for (JsonNode caller : answer.path("modalities")) {
      table.row(
          name(caller),
          caller.path("aeTitle").asString(),
          shown(caller.path("address").asString(), "any"),
          caller.path("lastHeard").isNull() ? "never" : Figures.age(caller.path("lastHeard"), now),
          caller.path("instancesToday").asLong(),
          shown(caller.path("lastModality").asString(), "-"));
      long refused = caller.path("refused").asLong();
      if (refused > 0) {
        table.across("  refused " + Figures.count(refused, "association") + ": it is not known");
      }
    }
    if (!table.isEmpty()) {
      table.lines().forEach(out::println);
    }
    out.println("Unknown modalities: " + meaning(answer.path("unknown").asString()));
  }

  private static String name(JsonNode caller) {
    JsonNode known = caller.path("modality");
    String name = known.isNull() ? "(unknown)" : known.path("name").asString();
    return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
  }

  private static String shown(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  static String meaning(String policy) {
    return switch (policy.toLowerCase(Locale.ROOT)) {
      case "refuse" -> "refuse (their associations are rejected)";
      case "hold" -> "hold (kept until 'gateway spoke study release')";
      default -> "accept (they are served as all others)";
    };
  }
}
