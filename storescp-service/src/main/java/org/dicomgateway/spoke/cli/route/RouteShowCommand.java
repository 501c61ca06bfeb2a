package org.dicomgateway.spoke.cli.route;

import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.versions.ListText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gateway spoke route show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints the file of routes, or one rule of it.",
    footer = {
      "",
      "Examples:",
      "  gateway spoke route show > routes.yaml",
      "  gateway spoke route show 'CT at night' --version-number 3"
    })
final class RouteShowCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(arity = "0..1", paramLabel = "NAME", defaultValue = "", description = "Of one rule.")
  private String name;

  @Option(
      names = "--version-number",
      paramLabel = "N",
      description = "As it was in this version (see 'history').")
  private Integer version;

  @Override
  public Integer call() throws InterruptedException {
    String path = version == null ? "/api/routes" : "/api/routes/versions/" + version;
    return service.run(
        api -> {
          JsonNode routes = api.get(path);
          check(routes);
          return routes;
        },
        (routes, out) -> {
          String text = routes.path("text").asString("");
          out.print(name.isEmpty() ? text : ListText.ofRoutes(text).lines(name));
        });
  }

  private void check(JsonNode routes) throws ServiceException {
    if (name.isEmpty()) {
      return;
    }
    try {
      ListText.ofRoutes(routes.path("text").asString("")).lines(name);
    } catch (NoSuchElementException e) {
      throw new ServiceException(ExitCode.NOT_FOUND, e.getMessage());
    }
  }
}
