package org.dicomgateway.spoke.cli.destination;

import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.versions.ListText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke destination remove NAME}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {
      "Removes a destination that no rule sends to, and that has got everything.",
      "With --force what it has not got is given up: what goes nowhere else stays here, listed by"
          + " 'gateway spoke study list'. That cannot be undone but by sending it anew."
    },
    footer = {"", "Example: gateway spoke destination remove pacs --why 'replaced'"})
final class DestinationRemoveCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private DestinationChange change;

  @Parameters(paramLabel = "NAME", description = "As 'list' lists it.")
  private String name;

  @Option(names = "--force", description = "Gives up what it has not got.")
  private boolean force;

  @Override
  public Integer call() throws InterruptedException {
    return change.run(
        service,
        "Destination '" + name + "' is removed",
        text -> ListText.ofDestinations(text).without(name),
        force ? DestinationChange.Undelivered.GIVEN_UP : DestinationChange.Undelivered.KEPT);
  }
}
