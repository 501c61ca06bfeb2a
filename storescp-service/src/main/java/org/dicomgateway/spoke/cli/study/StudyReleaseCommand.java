package org.dicomgateway.spoke.cli.study;

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

/** {@code gateway spoke study release STUDY}. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = {
      "Decides anew, by the routes of now, of what is kept of a study; what a rule or a person holds"
          + " goes on to where the rules say. What has not arrived can be held again: 'gateway"
          + " spoke study hold'."
    },
    footer = {"", "Example: gateway spoke study release 1.2.840.113619.2.55.3.604688119"})
final class StudyReleaseCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.post("/api/studies/" + ServiceApi.encoded(study) + "/release"),
        StudyReleaseCommand::show);
  }

  static void show(JsonNode answer, PrintWriter out) {
    int sent = answer.path("sent").asInt();
    int hurried = answer.path("hurried").asInt();
    if (sent > 0 || hurried == 0) {
      out.println(Figures.count(sent, "instance") + " to be sent: 'gateway spoke queue'.");
    }
    if (hurried > 0) {
      out.println(
          Figures.count(hurried, "instance")
              + " waited already, now with that urgency: 'gateway spoke queue'.");
    }
    long kept = answer.path("kept").asLong();
    if (kept > 0) {
      Paragraph.lines(
              "",
              kept
                  + " still go nowhere: 'gateway spoke study list' says why, 'gateway spoke study"
                  + " send' sends them all the same.")
          .forEach(out::println);
    }
  }
}
