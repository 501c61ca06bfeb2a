package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.dicomgateway.spoke.route.rule.RouteFile;
import org.dicomgateway.spoke.route.rule.RouteFileException;
import org.dicomgateway.spoke.route.rule.RouteTable;
import org.dicomgateway.spoke.route.rule.Rule;
import org.dicomgateway.spoke.versions.Version;
import org.dicomgateway.spoke.versions.VersionedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes that hold, changed while instances are routed by them, and those that held before.
 * Thread-safe.
 */
public final class Routes {
  private static final Logger log = LoggerFactory.getLogger(Routes.class);

  /**
   * Routes that hold.
   *
   * @param version 0 if none was ever written
   * @param table everything goes to the hub then
   */
  public record Live(int version, RouteTable table) {}

  private final VersionedFile history;
  private final Supplier<Set<String>> destinations;
  private volatile Live live = new Live(0, RouteTable.EVERYTHING_TO_THE_HUB);

  private Routes(VersionedFile history, Supplier<Set<String>> destinations) {
    this.history = history;
    this.destinations = destinations;
  }

  /**
   * Takes up the newest version that can be used.
   *
   * @param folder of all versions, made if there is none
   * @param destinations tells those there are, by name
   */
  public static Routes open(Path folder, Supplier<Set<String>> destinations) throws IOException {
    Routes routes = new Routes(VersionedFile.open(folder), destinations);
    routes.takeUp(folder);
    return routes;
  }

  private void takeUp(Path folder) throws IOException {
    for (Version version : history.versions()) {
      try {
        RouteTable table = RouteFile.parse(history.text(version.number()), destinations.get());
        live = new Live(version.number(), table);
        return;
      } catch (RouteFileException e) {
        log.error(
            "routes of version {} in {} cannot be used, those before are:\n{}",
            version.number(),
            folder,
            e.getMessage());
      }
    }
  }

  public Live live() {
    return live;
  }

  /** Names of the rules that send to a destination. */
  List<String> rulesTo(String destination) {
    return live.table().rules().stream()
        .filter(rule -> rule.actions().destinations().contains(destination))
        .map(Rule::name)
        .toList();
  }

  /** All versions, the newest first. */
  public synchronized List<Version> versions() throws IOException {
    return history.versions();
  }

  /**
   * The text of a version; that of version 0, before the first, is empty.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such version
   */
  public synchronized String text(int version) throws IOException {
    return version == 0 ? "" : history.text(version);
  }

  /**
   * Checks routes without taking them.
   *
   * @throws RouteFileException if they cannot be used
   */
  public RouteTable check(String text) throws RouteFileException {
    return RouteFile.parse(text, destinations.get());
  }

  /**
   * Routes by these from the next instance on.
   *
   * @param by who says so
   * @throws RouteFileException if they cannot be used; nothing has changed then
   */
  public synchronized Version change(String text, String by, String why)
      throws RouteFileException, IOException {
    RouteTable table = check(text);
    Version version = history.add(text, by, why);
    live = new Live(version.number(), table);
    log.info(
        "routes of version {} by {} hold from now on, {} rules{}",
        version.number(),
        version.by(),
        table.written(),
        version.why().isEmpty() ? "" : ": " + version.why());
    return version;
  }
}
