package org.dicomgateway.spoke.cli.study;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke study hold STUDY}. */
@Command(
    name = "hold",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps back what no destination has yet taken of a study, and what still comes of it, until"
          + " 'gateway spoke study release'. What is being sent at the moment may yet arrive; what"
          + " has arrived cannot be taken back."
    },
    footer = {
      "",
      "Example: gateway spoke study hold 1.2.840.113619.2.55.3.604688119 --reason 'wrong patient'"
    })
final class StudyHoldCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What for; 'study list' and 'study show' tell it.")
  private String reason;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who holds it (${DEFAULT-VALUE}); kept.")
  private String by;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api ->
            api.post(
                "/api/studies/%s/hold?reason=%s&by=%s"
                    .formatted(
                        ServiceApi.encoded(study),
                        ServiceApi.encoded(reason),
                        ServiceApi.encoded(by))),
        this::show);
  }

  private void show(JsonNode answer, PrintWriter out) {
    int held = answer.path("held").asInt();
    int onTheirWay = answer.path("onTheirWay").asInt();
    int delivered = answer.path("delivered").asInt();
    if (held > 0) {
      print(out, Figures.count(held, "instance") + " kept back until the study is released.");
    } else {
      print(out, "Nothing is left to keep back: all that came has been delivered.");
    }
    if (onTheirWay > 0) {
      print(
          out, onTheirWay + " of them may yet arrive: they were on their way. The others do not.");
    }
    if (held > 0 && delivered > 0) {
      print(out, Figures.count(delivered, "instance") + " had been delivered everywhere before.");
    }
    print(out, "What still comes of this study is kept back, too.");
    out.println("Undo: gateway spoke study release " + study);
  }

  private static void print(PrintWriter out, String text) {
    Paragraph.lines("", text).forEach(out::println);
  }
}
