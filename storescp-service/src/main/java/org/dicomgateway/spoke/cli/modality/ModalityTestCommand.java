package org.dicomgateway.spoke.cli.modality;

import java.util.concurrent.Callable;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke modality test NAME}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a modality from the spoke whether it is there (C-ECHO). It has to have an address and"
          + " a port; many modalities answer no C-ECHO, and send all the same."
    },
    footer = {"", "Example: gateway spoke modality test 'CT 1'"})
final class ModalityTestCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "NAME", description = "What people call it.")
  private String name;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        this::test,
        (answer, out) ->
            out.printf("%s, %d ms%n", said(answer), answer.path("milliseconds").asLong()));
  }

  private JsonNode test(ServiceApi api) throws ServiceException, InterruptedException {
    JsonNode answer = api.post("/api/modalities/" + ServiceApi.encoded(name) + "/test");
    String reason = said(answer) + ". " + answer.path("remedy").asString();
    return switch (answer.path("outcome").asString()) {
      case "REACHED" -> answer;
      case "REFUSED" -> throw new ServiceException(ExitCode.REFUSED, reason.strip());
      default -> throw new ServiceException(ExitCode.UNREACHABLE, reason.strip());
    };
  }

  /** What went wrong may name the peer already. */
  private static String said(JsonNode answer) {
    String peer = answer.path("peer").asString();
    String said = answer.path("answer").asString();
    return said.contains(peer) ? said : peer + ": " + said;
  }
}
