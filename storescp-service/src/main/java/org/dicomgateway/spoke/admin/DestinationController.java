package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.destination.ConfiguredDestinations;
import org.dicomgateway.spoke.destination.ConfiguredDestinations.Undelivered;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationConflictException;
import org.dicomgateway.spoke.destination.DestinationFileException;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.DestinationUsers;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.versions.Version;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/destinations}: where instances go, how each stands, and the file that says so. */
@RestController
public final class DestinationController {

  /**
   * @param destinations the hub first
   */
  record All(Instant at, List<DestinationStatus> destinations) {}

  /**
   * @param version 0 if none was ever written: there is the hub alone
   */
  record FileText(int version, String text) {}

  /**
   * @param before version that held before; 0 if there was none
   */
  record Change(int before, Version now) {}

  /**
   * @param before rules that held before, as {@code limits} takes them; empty if there were none
   */
  record Limited(String before, DestinationStatus now) {}

  private final SpokeStatus.Source source;
  private final ConfiguredDestinations configured;
  private final DestinationUsers users;

  DestinationController(SpokeStatus.Source source) {
    this.source = source;
    this.configured = source.configured();
    this.users = source.router();
  }

  @GetMapping("/api/destinations")
  All all() {
    return new All(Instant.now(), configured.statuses());
  }

  @GetMapping("/api/destinations/file")
  FileText file() throws IOException {
    int version = configured.version();
    return new FileText(version, configured.text(version));
  }

  /** Sends to these from now on; what stays as it was is not touched. */
  @PutMapping("/api/destinations/file")
  synchronized Change change(
      @RequestBody(required = false) String text,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "KEPT") Undelivered undelivered,
      @RequestParam Optional<Integer> from)
      throws DestinationFileException, DestinationConflictException, IOException {
    int before = configured.version();
    if (from.isPresent() && from.get() != before) {
      throw new OutdatedException(
          "somebody has changed the destinations meanwhile: version %d holds, not %d. Look at it,"
                  .formatted(before, from.get())
              + " and change that one");
    }
    return new Change(
        before, configured.change(text == null ? "" : text, by, why, undelivered, users));
  }

  @GetMapping("/api/destinations/versions")
  List<Version> versions() throws IOException {
    return configured.versions();
  }

  @GetMapping("/api/destinations/versions/{version}")
  FileText version(@PathVariable int version) throws IOException {
    try {
      return new FileText(version, configured.text(version));
    } catch (NoSuchFileException e) {
      throw new NotHereException("there is no version " + version + " of the destinations");
    }
  }

  /** Asks it whether it would take instances now. */
  @PostMapping("/api/destinations/{name}/test")
  Probe test(@PathVariable String name) throws InterruptedException {
    return named(name).test();
  }

  @PostMapping("/api/destinations/{name}/pause")
  Health pause(@PathVariable String name) {
    named(name).pause();
    return named(name).status().health();
  }

  @PostMapping("/api/destinations/{name}/resume")
  Health resume(@PathVariable String name) {
    named(name).resume();
    return named(name).status().health();
  }

  /** Other limits hold until the spoke stops, or the file or the settings say others. */
  @PostMapping("/api/destinations/{name}/limits")
  Limited limit(@PathVariable String name, @RequestParam String rules) {
    try {
      Limits before = named(name).limit(Limits.parse(rules));
      return new Limited(before.toString(), named(name).status());
    } catch (IllegalArgumentException e) {
      throw new UnusableException(e.getMessage());
    }
  }

  private Destination named(String name) {
    return Named.destination(source, name);
  }
}
