package org.dicomgateway.spoke.cli.route;

import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.versions.ListText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gateway spoke route remove NAME}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Removes a rule, with the comments right before it.",
    footer = {"", "Example: gateway spoke route remove 'CT at night' --why 'new line'"})
final class RouteRemoveCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private RouteChange change;

  @Parameters(paramLabel = "NAME", description = "What the rule is called.")
  private String name;

  @Override
  public Integer call() throws InterruptedException {
    return change.run(
        service,
        "Rule '" + name + "' is removed",
        "remove '" + name + "'",
        text -> ListText.ofRoutes(text).without(name));
  }
}
