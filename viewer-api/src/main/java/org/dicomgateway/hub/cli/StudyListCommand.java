package org.dicomgateway.hub.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;

/** {@code hub study list}: asks the hub that runs. */
@Command(
    name = "list",
    description = "Lists the studies at this hub, the newest first.",
    footer = {
      "",
      "Examples:",
      "  gateway hub study list --patient 'nguyen an'",
      "  gateway hub study list --site song-lam --since 2026-01-31"
    },
    mixinStandardHelpOptions = true)
final class StudyListCommand implements Callable<Integer> {
  @Mixin private HubOptions hub;

  @Option(
      names = "--patient",
      paramLabel = "WORDS",
      defaultValue = "",
      description =
          "in name, patient ID, accession number or description; without regard to case and"
              + " diacritics")
  private String patient;

  @Option(names = "--site", paramLabel = "NAME", defaultValue = "", description = "who sent it")
  private String site;

  @Option(
      names = "--modality",
      paramLabel = "MODALITY",
      defaultValue = "",
      description = "that it has, such as CT")
  private String modality;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      converter = Day.class,
      description = "first study date, 2026-01-31")
  private LocalDate since;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "50",
      description = "so many at most (${DEFAULT-VALUE})")
  private int last;

  @Override
  public Integer call() throws InterruptedException {
    return hub.run(api -> api.get(path()), StudyListCommand::show);
  }

  private String path() {
    return "/api/studies?last=%d&patient=%s&site=%s&modality=%s"
            .formatted(
                last,
                ServiceApi.encoded(patient),
                ServiceApi.encoded(site),
                ServiceApi.encoded(modality))
        + (since == null ? "" : "&since=" + since);
  }

  private static void show(JsonNode studies, PrintWriter out) {
    if (studies.isEmpty()) {
      out.println("There is no such study at this hub.");
      return;
    }
    Table table = new Table("DATE", "SITE", "MODALITY", ">SERIES", ">INSTANCES", ">CONFLICTS");
    for (JsonNode study : studies) {
      table.across(study.path("studyInstanceUid").asString());
      table.across("  " + patient(study));
      String name = study.path("site").asString();
      table.row(
          study.path("studyDate").asString(),
          name.length() > 24 ? name.substring(0, 23) + "…" : name,
          modalities(study),
          study.path("series").asLong(),
          study.path("instances").asLong(),
          study.path("conflicts").asLong() + Math.max(0, study.path("patients").asLong() - 1));
    }
    table.lines().forEach(out::println);
  }

  /** As much of it as there is room for. */
  static String patient(JsonNode study) {
    String text = study.path("patientName").asString() + "  " + study.path("patientId").asString();
    int most = Table.WIDTH - 12;
    return text.length() > most ? text.substring(0, most - 1) + "…" : text.strip();
  }

  static String modalities(JsonNode study) {
    List<String> all = new ArrayList<>();
    study.path("modalities").forEach(modality -> all.add(modality.asString()));
    return all.size() > 2 ? all.getFirst() + " +" + (all.size() - 1) : String.join(" ", all);
  }

  private static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'%s' is no date; write it as 2026-01-31".formatted(text));
      }
    }
  }
}
