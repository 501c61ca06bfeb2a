package org.dicomgateway.hub.admin;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dicomgateway.hub.archive.Archive;
import org.dicomgateway.hub.index.SiteActivities;
import org.dicomgateway.hub.index.SiteActivity;
import org.dicomgateway.hub.security.Sites;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How the hub stands, and what came from its sites. */
@RestController
final class StatusController {
  private final Archive archive;
  private final SiteActivities activities;
  private final Sites sites;
  private final HubDisk disk;

  StatusController(Archive archive, SiteActivities activities, Sites sites, HubDisk disk) {
    this.archive = archive;
    this.activities = activities;
    this.sites = sites;
    this.disk = disk;
  }

  /** Answers also where archive and index do not. */
  @GetMapping("/api/status")
  HubStatus status() throws IOException {
    HubStatus.Health index = HubStatus.Health.WELL;
    List<SiteActivity> all = List.of();
    try {
      all = sites();
    } catch (DataAccessException e) {
      index = HubStatus.Health.failed(e);
    }
    return new HubStatus(
        Instant.now(),
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        archive(),
        index,
        disk.room(),
        today(),
        all);
  }

  private HubStatus.Health archive() {
    try {
      archive.probe();
      return HubStatus.Health.WELL;
    } catch (IOException e) {
      return HubStatus.Health.failed(e);
    }
  }

  private static Instant today() {
    ZoneId here = ZoneId.systemDefault();
    return LocalDate.now(here).atStartOfDay(here).toInstant();
  }

  /** Sites that may send, by name, and others that packs came from. */
  @GetMapping("/api/sites")
  List<SiteActivity> sites() {
    Map<String, SiteActivity> all = new TreeMap<>();
    sites.list().forEach(site -> all.put(site.name(), SiteActivity.none(site.name())));
    activities.since(today()).forEach(activity -> all.put(activity.site(), activity));
    return List.copyOf(all.values());
  }

  @GetMapping("/api/sites/{name}")
  SiteActivity site(@PathVariable String name) {
    return sites().stream()
        .filter(site -> site.site().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotHereException("there is no site " + name + " at this hub"));
  }
}
