package org.dicomgateway.spoke.cli.route;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Failure;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.route.RouteTrial;
import org.dicomgateway.spoke.route.rule.Explanation;
import org.dicomgateway.spoke.route.rule.RouteFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gateway spoke route test FILE…}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what would become of DICOM files: which rule matches, and why. Nothing is sent or"
          + " changed. Rules are those that hold, or those of a file that is not live yet; then no"
          + " spoke need run."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke route test ct.dcm --from CT_ER",
      "  gateway spoke route test *.dcm --routes new.yaml"
    })
final class RouteTestCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "DICOM files.")
  private List<Path> files;

  @Option(names = "--routes", paramLabel = "FILE", description = "Rules of this file.")
  private Path routes;

  @Option(
      names = "--from",
      paramLabel = "AET",
      defaultValue = "MODALITY",
      description = "Calling AE title (${DEFAULT-VALUE}).")
  private String from;

  @Option(
      names = "--address",
      paramLabel = "IP",
      defaultValue = "127.0.0.1",
      description = "The modality's (${DEFAULT-VALUE}).")
  private String address;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When it comes, such as 2026-01-31T22:00:00Z (now).")
  private Instant at;

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api -> {
          String text =
              routes == null ? api.get("/api/routes").path("text").asString("") : read(routes);
          return explained(trial(text, destinations(api)));
        },
        RouteTestCommand::show);
  }

  private static String read(Path file) throws ServiceException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ServiceException(Failure.exitCode(e), Failure.text(e));
    }
  }

  /** A file can be tried without a spoke; then the hub is the one destination there is. */
  private Set<String> destinations(ServiceApi api) throws ServiceException, InterruptedException {
    Set<String> names = new TreeSet<>(Set.of("hub"));
    try {
      for (JsonNode one : api.get("/api/destinations").path("destinations")) {
        names.add(one.path("name").asString());
      }
    } catch (ServiceException e) {
      if (routes == null) {
        throw e;
      }
    }
    return names;
  }

  private RouteTrial trial(String text, Set<String> destinations) throws ServiceException {
    try {
      return RouteTrial.of(text, destinations, from, address, at == null ? Instant.now() : at);
    } catch (RouteFileException e) {
      throw new ServiceException(
          (routes == null ? "the routes" : routes.toString())
              + " cannot be used:\n"
              + e.getMessage());
    }
  }

  private JsonNode explained(RouteTrial trial) throws ServiceException {
    Map<String, Explanation> explanations = new LinkedHashMap<>();
    for (Path file : files) {
      try {
        explanations.put(file.toString(), trial.explain(file));
      } catch (IOException e) {
        throw new ServiceException(Failure.exitCode(e), unreadable(file, e));
      }
    }
    return JsonMapper.shared().valueToTree(explanations);
  }

  private static String unreadable(Path file, IOException e) {
    String reason = Failure.text(e);
    return reason.startsWith(file.toString()) ? reason : file + ": " + reason;
  }

  private static void show(JsonNode explanations, PrintWriter out) {
    explanations
        .propertyStream()
        .forEach(
            entry -> {
              out.println(entry.getKey());
              ExplanationText.lines(entry.getValue()).forEach(out::println);
            });
  }
}
