package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.route.Routes;
import org.dicomgateway.spoke.route.rule.RouteFileException;
import org.dicomgateway.spoke.versions.Version;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/routes}: the file that holds, and those before. */
@RestController
public final class RouteController {

  /**
   * @param version 0 if none was ever written
   * @param text empty: everything goes to the hub
   */
  record RouteText(int version, String text) {}

  /**
   * @param before version that held before; 0 if there was none
   * @param now the new one
   */
  record Change(int before, Version now, int rules) {}

  private final Routes routes;

  RouteController(SpokeStatus.Source source) {
    this.routes = source.routes();
  }

  @GetMapping("/api/routes")
  RouteText routes() throws IOException {
    int version = routes.live().version();
    return new RouteText(version, routes.text(version));
  }

  @GetMapping("/api/routes/versions")
  List<Version> versions() throws IOException {
    return routes.versions();
  }

  @GetMapping("/api/routes/versions/{version}")
  RouteText version(@PathVariable int version) throws IOException {
    try {
      return new RouteText(version, routes.text(version));
    } catch (NoSuchFileException e) {
      throw new NotHereException("there is no version " + version + " of the routes");
    }
  }

  /**
   * Routes by these from now on.
   *
   * @param from the version they were written from; if it holds no more, nothing is changed
   */
  @PutMapping("/api/routes")
  synchronized Change change(
      @RequestBody(required = false) String text,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String why,
      @RequestParam Optional<Integer> from)
      throws RouteFileException, IOException {
    int before = routes.live().version();
    if (from.isPresent() && from.get() != before) {
      throw new OutdatedException(
          "somebody has changed the routes meanwhile: version %d holds, not %d. Look at it, and"
                  .formatted(before, from.get())
              + " change that one");
    }
    Version now = routes.change(text == null ? "" : text, by, why);
    return new Change(before, now, routes.live().table().written());
  }
}
