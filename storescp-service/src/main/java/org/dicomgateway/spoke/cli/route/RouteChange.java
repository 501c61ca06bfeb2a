package org.dicomgateway.spoke.cli.route;

import java.io.PrintWriter;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ChangeReason;
import org.dicomgateway.spoke.cli.FileChange;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** What the commands have in common that change routes. */
final class RouteChange {
  @Mixin private ChangeReason reason;

  /** Changes the routes; says what was changed. */
  int run(ServiceOptions service, String what, String preset, FileChange.Edit edit)
      throws InterruptedException {
    return service.run(
        api -> change(api, preset).edit(edit), (answer, out) -> show(what, answer, out));
  }

  /** Takes a version's text for the new one. */
  int rollBack(ServiceOptions service, int version) throws InterruptedException {
    String what =
        version == 0
            ? "Everything goes to the hub again"
            : "The routes of version " + version + " hold again";
    return service.run(
        api ->
            change(api, "back to version " + version).rollBack("/api/routes/versions/" + version),
        (answer, out) -> show(what, answer, out));
  }

  private FileChange change(ServiceApi api, String preset) {
    return new FileChange(api, "/api/routes", reason.query(preset));
  }

  private static void show(String what, JsonNode answer, PrintWriter out) {
    String said =
        "%s: version %d, %s."
            .formatted(
                what,
                answer.path("now").path("number").asInt(),
                Figures.count(answer.path("rules").asInt(), "rule"));
    Paragraph.lines("", said).forEach(out::println);
    out.println("Undo: gateway spoke route rollback " + answer.path("before").asInt());
  }
}
