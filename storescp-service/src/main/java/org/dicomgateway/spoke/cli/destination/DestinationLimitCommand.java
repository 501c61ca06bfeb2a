package org.dicomgateway.spoke.cli.destination;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.versions.ListText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke destination limit NAME RULES}. */
@Command(
    name = "limit",
    mixinStandardHelpOptions = true,
    description = {
      "Says how much may be sent to a destination and when, in kbit/s; stat is never held. No rules:"
          + " no limits.",
      "For 'hub' they hold until the spoke restarts; for good they stand as 'limits' in its --config"
          + " file."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke destination limit pacs 'mon-fri 07:00-18:00 normal 2000'",
      "  gateway spoke destination limit pacs ''"
    })
final class DestinationLimitCommand implements Callable<Integer> {
  private static final String HUB = "hub";

  @Mixin private ServiceOptions service;
  @Mixin private DestinationChange change;

  @Parameters(index = "0", paramLabel = "NAME", description = "As 'list' lists it.")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "RULES",
      description = "With semicolons between them; '' for none.")
  private String rules;

  @Override
  public Integer call() throws InterruptedException {
    if (name.equals(HUB)) {
      return service.run(
          api -> api.post("/api/destinations/hub/limits?rules=" + ServiceApi.encoded(rules)),
          (limited, out) -> {
            out.printf(
                "%s until the spoke restarts.%n",
                rules.isBlank() ? "Nothing holds up 'hub'" : "The limits of 'hub' hold");
            out.printf(
                "Undo: gateway spoke destination limit hub '%s'%n",
                limited.path("before").asString(""));
          });
    }
    return change.run(
        service,
        "Destination '" + name + "' has other limits",
        text ->
            ListText.ofDestinations(text)
                .with(name, "limits", Optional.of(rules).filter(some -> !some.isBlank())));
  }
}
