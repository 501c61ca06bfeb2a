package org.dicomgateway.spoke.cli;

import org.dicomgateway.console.ServiceApi;
import picocli.CommandLine.Option;

/** What is asked of whoever changes what the spoke keeps the versions of. */
public final class ChangeReason {
  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "What for; kept.")
  private String why;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who changes it (${DEFAULT-VALUE}); kept.")
  private String by;

  /**
   * Both, for the end of a query.
   *
   * @param preset what it is for if nobody says
   */
  public String query(String preset) {
    return "by=%s&why=%s"
        .formatted(ServiceApi.encoded(by), ServiceApi.encoded(why.isEmpty() ? preset : why));
  }
}
