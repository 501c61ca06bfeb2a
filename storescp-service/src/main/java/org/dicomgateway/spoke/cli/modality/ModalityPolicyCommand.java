package org.dicomgateway.spoke.cli.modality;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ChangeReason;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke modality policy accept|hold|refuse}. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = {
      "Says what becomes of modalities that are not known: accept serves them as all others, hold"
          + " keeps what they send until a person releases it, refuse rejects their associations.",
      "It holds from the next association on, also after a restart, whatever"
          + " --unknown-modalities of 'serve' says."
    },
    footer = {"", "Example: gateway spoke modality policy hold --why 'new CT is to be installed'"})
final class ModalityPolicyCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private ChangeReason reason;

  @Parameters(paramLabel = "POLICY", description = "accept, hold or refuse.")
  private String policy;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api ->
            api.put(
                "/api/modalities/unknown?policy=%s&%s"
                    .formatted(ServiceApi.encoded(policy), reason.query("")),
                ""),
        (answer, out) -> {
          out.println(
              "Unknown modalities: " + ModalityListCommand.meaning(answer.path("now").asString()));
          out.println(
              "Undo: gateway spoke modality policy "
                  + answer.path("before").asString().toLowerCase(Locale.ROOT));
        });
  }
}
