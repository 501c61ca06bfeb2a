package org.dicomgateway.spoke.cli.destination;

import java.io.PrintWriter;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ChangeReason;
import org.dicomgateway.spoke.cli.FileChange;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** What the commands have in common that change the file of destinations. */
final class DestinationChange {
  private static final String GIVEN_UP =
      "What was not delivered yet is not sent there any more; what goes nowhere else is kept:"
          + " 'gateway spoke study list --state unrouted'. After an undo it goes there by 'gateway"
          + " spoke study send STUDY --to NAME'.";

  @Mixin private ChangeReason reason;

  /** What becomes of what a destination has not got that is removed. */
  enum Undelivered {
    KEPT,
    GIVEN_UP
  }

  /** Changes the file; says what was changed. */
  int run(ServiceOptions service, String what, FileChange.Edit edit) throws InterruptedException {
    return run(service, what, edit, Undelivered.KEPT);
  }

  int run(ServiceOptions service, String what, FileChange.Edit edit, Undelivered undelivered)
      throws InterruptedException {
    return service.run(
        api -> change(api, what, undelivered).edit(edit),
        (answer, out) -> show(what, undelivered, answer, out));
  }

  /** Takes a version's text for the new one. */
  int rollBack(ServiceOptions service, int version, Undelivered undelivered)
      throws InterruptedException {
    String what = "The destinations of version " + version + " hold again";
    return service.run(
        api -> change(api, what, undelivered).rollBack("/api/destinations/versions/" + version),
        (answer, out) -> show(what, undelivered, answer, out));
  }

  private FileChange change(ServiceApi api, String preset, Undelivered undelivered) {
    String query = "undelivered=" + undelivered + "&" + reason.query(preset);
    return new FileChange(api, "/api/destinations/file", query);
  }

  private static void show(String what, Undelivered undelivered, JsonNode answer, PrintWriter out) {
    int now = answer.path("now").path("number").asInt();
    Paragraph.lines("", "%s: version %d.".formatted(what, now)).forEach(out::println);
    if (undelivered == Undelivered.GIVEN_UP) {
      Paragraph.lines("", GIVEN_UP).forEach(out::println);
    }
    int before = answer.path("before").asInt();
    out.println("Undo: gateway spoke destination rollback " + before);
  }
}
