package org.dicomgateway.spoke.cli.modality;

import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.cli.VersionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gateway spoke modality history}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists the versions of the modalities, the newest first: when, by whom and why.",
    footer = {"", "Example: gateway spoke modality history"})
final class ModalityHistoryCommand implements Callable<Integer> {
  private static final String NONE = "No modalities were ever written: none is known.";

  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> api.get("/api/modalities/versions"),
        (versions, out) -> VersionTable.show(versions, NONE, out));
  }
}
