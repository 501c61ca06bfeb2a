package org.dicomgateway.spoke.cli.modality;

import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ChangeReason;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke modality add NAME}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Makes a modality known.",
    footer = {
      "",
      "Example:",
      "  gateway spoke modality add 'CT 1' --ae-title CT1 --address 10.1.2.3 --port 104"
    })
final class ModalityAddCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private ChangeReason reason;

  @Parameters(paramLabel = "NAME", description = "What people call it.")
  private String name;

  @Option(
      names = "--ae-title",
      paramLabel = "AET",
      required = true,
      description = "What it calls itself.")
  private String aeTitle;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = "",
      description = "Where it calls from: 10.1.2.3 or 10.1.0.0/16; without it, anywhere.")
  private String address;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where it answers C-ECHO, for 'test'.")
  private Integer port;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "For people.")
  private String description;

  @Override
  public Integer call() throws InterruptedException {
    String query =
        "?name=%s&ae-title=%s&address=%s&description=%s"
            .formatted(
                ServiceApi.encoded(name),
                ServiceApi.encoded(aeTitle),
                ServiceApi.encoded(address),
                ServiceApi.encoded(description));
    String where = port == null ? "&" : "&port=" + port + "&";
    return service.run(
        api -> api.post("/api/modalities" + query + where + reason.query("")),
        (known, out) -> {
          out.printf("Modality '%s' is known as %s.%n", name, aeTitle);
          out.println("Undo: gateway spoke modality remove " + ModalityRemoveCommand.quoted(name));
        });
  }
}
