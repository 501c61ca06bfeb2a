package org.dicomgateway.spoke.cli.study;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.Table;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.route.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke study list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the studies that the spoke holds, the one that something came of last first: held by a"
          + " rule or unrouted, dropped, queued for a destination, parked because none takes it, or"
          + " delivered everywhere."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke study list --state held",
      "  gateway spoke study list --since 12h --modality CT"
    })
final class StudyListCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      converter = StandingWord.class,
      description = "Only with one: held, unrouted, dropped, queued, parked, delivered.")
  private Standing state;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "Only of which something came since: 90m, 12h, 7d, 2026-01-31.")
  private Instant since;

  @Option(names = "--modality", paramLabel = "MODALITY", description = "Only of one, such as CT.")
  private String modality;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "100",
      description = "Of so many, the latest (${DEFAULT-VALUE}).")
  private int last;

  /** In lower case, as it is printed. */
  private static final class StandingWord implements ITypeConverter<Standing> {
    @Override
    public Standing convert(String word) {
      return Arrays.stream(Standing.values())
          .filter(standing -> standing.name().equalsIgnoreCase(word))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'%s' is no such state".formatted(word)));
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    return service.run(api -> api.get(path()), this::show);
  }

  private String path() {
    return "/api/studies?last="
        + last
        + (state == null ? "" : "&state=" + state)
        + (since == null ? "" : "&since=" + since)
        + (modality == null ? "" : "&modality=" + ServiceApi.encoded(modality));
  }

  private void show(JsonNode studies, PrintWriter out) {
    if (studies.isEmpty()) {
      out.println(
          state == null && since == null && modality == null
              ? "The spoke holds no study."
              : "The spoke holds no such study among the last " + last + ".");
      return;
    }
    Table table = new Table("RECEIVED", "FROM", "MODALITY", ">INSTANCES", ">SIZE", "STATE");
    boolean kept = false;
    for (JsonNode study : studies) {
      table.across(StudyText.title(study));
      List<String> standings = StudyText.standings(study);
      table.row(
          Figures.minute(study.path("receivedTo")),
          StudyText.joined(study.path("callingAets"), "a person"),
          StudyText.joined(study.path("modalities"), "-"),
          study.path("instances").asLong(),
          Figures.bytes(study.path("bytes").asLong()),
          standings.size() == 1 ? standings.getFirst().replaceFirst("\\d+ ", "") : "mixed");
      if (standings.size() > 1) {
        table.across("  " + String.join(", ", standings));
      }
      for (JsonNode reason : study.path("reasons")) {
        kept = true;
        Paragraph.lines("  ", reason.asString()).forEach(table::across);
      }
    }
    table.lines().forEach(out::println);
    if (kept) {
      out.println("Let them go: gateway spoke study release STUDY, or send STUDY");
    }
  }
}
