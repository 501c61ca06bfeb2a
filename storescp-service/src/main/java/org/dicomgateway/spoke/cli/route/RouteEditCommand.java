package org.dicomgateway.spoke.cli.route;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway spoke route edit}. */
@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    description = {
      "Opens the routes in an editor (VISUAL, else EDITOR, else vi), or takes them from a file.",
      "They are checked as a whole; if anything is wrong, nothing is changed, and what was written"
          + " stays in a file whose name is said."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke route edit",
      "  gateway spoke route edit --file routes.yaml --why 'second CT'"
    })
final class RouteEditCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private RouteChange change;

  @Option(names = "--file", paramLabel = "FILE", description = "Takes the routes from this file.")
  private Path file;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (file != null) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return change.run(
          service, "The routes of " + file + " hold", "from " + file.getFileName(), _ -> text);
    }
    Path draft = Files.createTempFile("routes-", ".yaml");
    int code = change.run(service, "The routes hold", "edited", text -> edited(text, draft));
    if (code == 0) {
      Files.delete(draft);
    }
    return code;
  }

  private static String edited(String text, Path draft) {
    try {
      Files.writeString(draft, text.isEmpty() ? "routes: []\n" : text);
      int code =
          new ProcessBuilder("sh", "-c", editor() + " \"$0\"", draft.toString())
              .inheritIO()
              .start()
              .waitFor();
      String changed = Files.readString(draft);
      if (code != 0 || changed.equals(text)) {
        throw new IllegalArgumentException(
            "nothing was changed: the editor ended with %d; the text is in %s"
                .formatted(code, draft));
      }
      return changed;
    } catch (IOException e) {
      throw new IllegalArgumentException("the editor cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("interrupted; the text is in " + draft, e);
    }
  }

  private static String editor() {
    for (String name : new String[] {"VISUAL", "EDITOR"}) {
      String value = System.getenv(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return "vi";
  }
}
