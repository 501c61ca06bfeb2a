package org.dicomgateway.spoke.cli.modality;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ChangeReason;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke modality remove NAME}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Makes a modality unknown; what it sent stays.",
    footer = {"", "Example: gateway spoke modality remove 'CT 1'"})
final class ModalityRemoveCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private ChangeReason reason;

  @Parameters(paramLabel = "NAME", description = "What people call it.")
  private String name;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.delete("/api/modalities/" + ServiceApi.encoded(name) + "?" + reason.query("")),
        ModalityRemoveCommand::show);
  }

  private static void show(JsonNode gone, PrintWriter out) {
    out.printf("Modality '%s' is not known any more.%n", gone.path("name").asString());
    StringBuilder undo = new StringBuilder("Undo: gateway spoke modality add ");
    undo.append(quoted(gone.path("name").asString()));
    option(undo, "--ae-title", gone.path("aeTitle").asString());
    option(undo, "--address", gone.path("address").asString());
    option(undo, "--port", gone.path("port").asString(""));
    option(undo, "--description", gone.path("description").asString());
    out.println(undo);
  }

  private static void option(StringBuilder undo, String name, String value) {
    if (!value.isEmpty()) {
      undo.append(' ').append(name).append(' ').append(quoted(value));
    }
  }

  /** A word of a command that may be typed again. */
  static String quoted(String text) {
    return text.matches("[\\w.:/-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
