package org.dicomgateway.spoke.cli.route;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.versions.ListText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke route list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the rules in the order in which they are read.",
    footer = {"", "Example: gateway spoke route list"})
final class RouteListCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(api -> api.get("/api/routes"), RouteListCommand::show);
  }

  private static void show(JsonNode routes, PrintWriter out) {
    ListText text = ListText.ofRoutes(routes.path("text").asString(""));
    if (text.hasNothing()) {
      out.println("No routes: everything goes to the hub. 'gateway spoke route add' adds one.");
      return;
    }
    int version = routes.path("version").asInt();
    int number = 0;
    for (String name : text.names()) {
      number++;
      out.println("%3d  %s".formatted(number, name));
    }
    out.println(
        number == 0
            ? "Version %d has no rules: everything is kept, nothing is sent.".formatted(version)
            : "Version %d. What no rule takes is kept: 'gateway spoke study list'."
                .formatted(version));
  }
}
