package org.dicomgateway.spoke.cli.modality;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.spoke.cli.ChangeReason;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke modality rollback VERSION}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Has the modalities of an older version be known again, as a new version, and what it said"
          + " of those that are not known."
    },
    footer = {"", "Example: gateway spoke modality rollback 3"})
final class ModalityRollbackCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private ChangeReason reason;

  @Parameters(paramLabel = "VERSION", description = "As 'history' lists it; 0: none is known.")
  private int version;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api ->
            api.post("/api/modalities/versions/%d/restore?%s".formatted(version, reason.query(""))),
        this::show);
  }

  private void show(JsonNode answer, PrintWriter out) {
    int count = answer.path("modalities").size();
    String said =
        "The modalities of version %d hold again: version %d, %d %s."
            .formatted(
                version,
                answer.path("now").path("number").asInt(),
                count,
                count == 1 ? "modality" : "modalities");
    Paragraph.lines("", said).forEach(out::println);
    String unknown = ModalityListCommand.meaning(answer.path("unknown").asString());
    out.println("Unknown modalities: " + unknown);
    out.println("Undo: gateway spoke modality rollback " + answer.path("before").asInt());
  }
}
