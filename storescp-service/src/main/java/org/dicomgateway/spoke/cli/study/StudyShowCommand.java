package org.dicomgateway.spoke.cli.study;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.Table;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke study show STUDY}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what the spoke holds of a study: whose it is, its series, where it goes, and how far"
          + " that has come."
    },
    footer = {"", "Example: gateway spoke study show 1.2.840.113619.2.55.3.604688119 --instances"})
final class StudyShowCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Option(names = "--instances", description = "Each instance, too.")
  private boolean instances;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(api -> api.get("/api/studies/" + ServiceApi.encoded(study)), this::show);
  }

  private void show(JsonNode detail, PrintWriter out) {
    JsonNode summary = detail.path("study");
    JsonNode patient = summary.path("patient");
    out.println("Study     " + summary.path("studyInstanceUid").asString());
    out.println(
        "Patient   " + patient.path("name").asString() + "  " + patient.path("id").asString());
    out.println(
        "Received  %s to %s from %s"
            .formatted(
                Figures.minute(summary.path("receivedFrom")),
                Figures.minute(summary.path("receivedTo")),
                StudyText.joined(summary.path("callingAets"), "a person")));
    out.println(
        "State     %s of %s, %s"
            .formatted(
                String.join(", ", StudyText.standings(summary)),
                Figures.count(summary.path("instances").asInt(), "instance"),
                Figures.bytes(summary.path("bytes").asLong())));
    for (JsonNode reason : summary.path("reasons")) {
      Paragraph.lines("          ", reason.asString()).forEach(out::println);
    }
    JsonNode hold = summary.path("hold");
    if (hold.isObject()) {
      out.println(
          "Held      since " + Figures.minute(hold.path("since")) + ", what still comes too");
      Paragraph.lines(
              "          ", hold.path("by").asString() + ": " + hold.path("reason").asString())
          .forEach(out::println);
    }
    series(detail.path("instances")).lines().forEach(out::println);
    Table destinations = destinations(detail.path("instances"));
    if (!destinations.isEmpty()) {
      destinations.lines().forEach(out::println);
    }
    if (instances) {
      detail.path("instances").forEach(instance -> showInstance(instance, out));
    }
  }

  private static Table series(JsonNode instances) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, Long> bytes = new LinkedHashMap<>();
    Map<String, String> modalities = new LinkedHashMap<>();
    for (JsonNode instance : instances) {
      String uid = instance.path("seriesInstanceUid").asString();
      counts.merge(uid, 1, Integer::sum);
      bytes.merge(uid, instance.path("length").asLong(), Long::sum);
      modalities.put(uid, instance.path("modality").asString());
    }
    Table table = new Table("SERIES", "MODALITY", ">INSTANCES", ">SIZE");
    counts.forEach(
        (uid, count) -> {
          table.across(uid);
          table.row("", modalities.get(uid), count, Figures.bytes(bytes.get(uid)));
        });
    return table;
  }

  private static Table destinations(JsonNode instances) {
    Map<String, Map<String, Integer>> states = new TreeMap<>();
    for (JsonNode instance : instances) {
      instance
          .path("destinations")
          .propertyStream()
          .forEach(
              to ->
                  states
                      .computeIfAbsent(to.getKey(), _ -> new TreeMap<>())
                      .merge(to.getValue().asString(), 1, Integer::sum));
    }
    Table table = new Table("DESTINATION", ">WAITING", ">SENDING", ">DELIVERED", ">PARKED");
    states.forEach(
        (name, its) ->
            table.row(
                name,
                its.getOrDefault("WAITING", 0),
                its.getOrDefault("SENDING", 0),
                its.getOrDefault("DELIVERED", 0),
                its.getOrDefault("PARKED", 0)));
    return table;
  }

  private static void showInstance(JsonNode instance, PrintWriter out) {
    out.println(instance.path("sopInstanceUid").asString());
    out.println(
        "  %s  %s  %s"
            .formatted(
                Figures.minute(instance.path("receivedAt")),
                Figures.bytes(instance.path("length").asLong()),
                instance.path("standing").asString().toLowerCase(Locale.ROOT)));
    Paragraph.lines("  ", instance.path("reason").asString()).forEach(out::println);
  }
}
