package org.dicomgateway.spoke.cli.destination;

import java.io.PrintWriter;
import java.util.NoSuchElementException;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What the commands have in common that change the file of destinations. */
final class DestinationChange {
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
     * @throws NoSuchElementException if what is to be changed is not there
     */
    String apply(String text);
  }

  /** What becomes of what a destination has not got that is removed. */
  enum Undelivered {
    KEPT,
    GIVEN_UP
  }

  /** Changes the file unless somebody else does meanwhile; says what was changed. */
  int run(ServiceOptions service, String what, Edit edit) throws InterruptedException {
    return run(service, what, edit, Undelivered.KEPT);
  }

  int run(ServiceOptions service, String what, Edit edit, Undelivered undelivered)
      throws InterruptedException {
    return service.run(
        api -> {
          JsonNode now = api.get("/api/destinations/file");
          int version = now.path("version").asInt();
          return put(api, version, edited(now, edit), what, undelivered);
        },
        (answer, out) -> show(what, answer, out));
  }

  /** Takes a version's text for the new one. */
  int rollBack(ServiceOptions service, int version, Undelivered undelivered)
      throws InterruptedException {
    String what = "The destinations of version " + version + " hold again";
    return service.run(
        api -> {
          int now = api.get("/api/destinations/file").path("version").asInt();
          String text = api.get("/api/destinations/versions/" + version).path("text").asString("");
          return put(api, now, text, what, undelivered);
        },
        (answer, out) -> show(what, answer, out));
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

  private JsonNode put(
      ServiceApi api, int from, String text, String preset, Undelivered undelivered)
      throws ServiceException, InterruptedException {
    return api.put(
        "/api/destinations/file?from=%d&undelivered=%s&by=%s&why=%s"
            .formatted(
                from,
                undelivered,
                ServiceApi.encoded(by),
                ServiceApi.encoded(why.isEmpty() ? preset : why)),
        text);
  }

  private static void show(String what, JsonNode answer, PrintWriter out) {
    int now = answer.path("now").path("number").asInt();
    Paragraph.lines("", "%s: version %d.".formatted(what, now)).forEach(out::println);
    int before = answer.path("before").asInt();
    out.println("Undo: gateway spoke destination rollback " + before);
  }

  /** A destination within a path. */
  static String path(String name) {
    return "/api/destinations/" + ServiceApi.encoded(name).replace("+", "%20");
  }
}
