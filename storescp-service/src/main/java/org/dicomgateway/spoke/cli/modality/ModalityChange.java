package org.dicomgateway.spoke.cli.modality;

import org.dicomgateway.console.ServiceApi;
import picocli.CommandLine.Option;

/** What the commands have in common that change modalities. */
final class ModalityChange {
  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "What for; kept.")
  private String why;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who changes it (${DEFAULT-VALUE}); kept.")
  private String by;

  /** Both, for the end of a query. */
  String query() {
    return "by=%s&why=%s".formatted(ServiceApi.encoded(by), ServiceApi.encoded(why));
  }

  /** A name within a path. */
  static String path(String name) {
    return "/api/modalities/" + ServiceApi.encoded(name).replace("+", "%20");
  }

  /** A word of a command that may be typed again. */
  static String quoted(String text) {
    return text.matches("[\\w.:/-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
