package org.dicomgateway.hub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code hub study show STUDY}: asks the hub that runs. */
@Command(
    name = "show",
    description = "Shows a study: whose it is, its series, its packs, and what is in conflict.",
    footer = {"", "Example: gateway hub study show 1.2.840.113619.2.55.3.604688119"},
    mixinStandardHelpOptions = true)
final class StudyShowCommand implements Callable<Integer> {
  @Mixin private HubOptions hub;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID")
  private String study;

  @Override
  public Integer call() throws InterruptedException {
    return hub.run(
        api -> api.get("/api/studies/" + ServiceApi.encoded(study)), StudyShowCommand::show);
  }

  private static void show(JsonNode detail, PrintWriter out) {
    JsonNode study = detail.path("study");
    out.println("Study    " + study.path("studyInstanceUid").asString());
    out.println("Patient  " + StudyListCommand.patient(study));
    out.println(
        "Date     %s  from %s, last indexed %s"
            .formatted(
                study.path("studyDate").asString(),
                study.path("site").asString(),
                Figures.minute(study.path("arrivedAt"))));
    Table series = new Table("SERIES", "MODALITY", ">INSTANCES", ">SIZE");
    for (JsonNode one : detail.path("series")) {
      series.across(one.path("seriesInstanceUid").asString());
      series.row(
          "",
          one.path("modality").asString(),
          one.path("instances").asLong(),
          Figures.bytes(one.path("bytes").asLong()));
    }
    series.lines().forEach(out::println);
    Table packs = new Table("PACK", ">INSTANCES", ">SIZE", "INDEXED");
    for (JsonNode pack : detail.path("packs")) {
      packs.row(
          pack.path("packId").asString(),
          pack.path("instances").asLong(),
          Figures.bytes(pack.path("length").asLong()),
          Figures.minute(pack.path("indexedAt")));
    }
    packs.lines().forEach(out::println);
    conflicts(detail, out);
  }

  private static void conflicts(JsonNode detail, PrintWriter out) {
    if (detail.path("patients").size() > 1) {
      out.println("conflict: its images name different patients");
      for (JsonNode patient : detail.path("patients")) {
        out.printf(
            "  %s  %s%n",
            StudyListCommand.patient(patient),
            Figures.count(patient.path("instances").asLong(), "image"));
      }
    }
    for (JsonNode conflict : detail.path("conflicts")) {
      out.println("conflict: other bytes are kept of instance");
      out.println("  " + conflict.path("sopInstanceUid").asString());
    }
  }
}
