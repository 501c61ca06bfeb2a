package org.dicomgateway.spoke.cli.route;

import java.io.PrintWriter;
import java.util.NoSuchElementException;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What the commands have in common that change routes. */
final class RouteChange {
  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "What for; kept.")
  private String why;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who changes it (${DEFAULT-VALUE}); kept.")
  private String by;

  /** Makes another text of the one that holds. */
  @FunctionalInterface
  interface Edit {
    /**
     * @throws IllegalArgumentException if it cannot, saying why
     */
    String apply(String text) throws IllegalArgumentException;
  }

  /** Changes the routes unless somebody else does meanwhile; says what was changed. */
  int run(ServiceOptions service, String what, String preset, Edit edit)
      throws InterruptedException {
    return service.run(
        api -> {
          JsonNode now = api.get("/api/routes");
          return put(api, now.path("version").asInt(), edited(now, edit), preset);
        },
        (answer, out) -> show(what, answer, out));
  }

  /** Takes a version's text for the new one. */
  int rollBack(ServiceOptions service, int version) throws InterruptedException {
    return service.run(
        api -> {
          int now = api.get("/api/routes").path("version").asInt();
          String text = api.get("/api/routes/versions/" + version).path("text").asString("");
          return put(api, now, text, "back to version " + version);
        },
        (answer, out) -> show(heldAgain(version), answer, out));
  }

  private static String heldAgain(int version) {
    return version == 0
        ? "Everything goes to the hub again"
        : "The routes of version " + version + " hold again";
  }

  private static String edited(JsonNode now, Edit edit) throws ServiceException {
    try {
      return edit.apply(now.path("text").asString(""));
    } catch (NoSuchElementException e) {
      throw new ServiceException(ExitCode.NOT_FOUND, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new ServiceException(e.getMessage());
    }
  }

  private JsonNode put(ServiceApi api, int from, String text, String preset)
      throws ServiceException, InterruptedException {
    return api.put(
        "/api/routes?from=%d&by=%s&why=%s"
            .formatted(
                from, ServiceApi.encoded(by), ServiceApi.encoded(why.isEmpty() ? preset : why)),
        text);
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
