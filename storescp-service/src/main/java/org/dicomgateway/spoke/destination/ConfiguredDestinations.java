package org.dicomgateway.spoke.destination;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dicomgateway.spoke.versions.Version;
import org.dicomgateway.spoke.versions.VersionedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The destinations beside the hub of the settings, as a file says that is changed while they are
 * sent to: those that stay as they were are not touched. Thread-safe.
 */
public final class ConfiguredDestinations {
  private static final Logger log = LoggerFactory.getLogger(ConfiguredDestinations.class);

  /** Whether what a removed destination has not got may be given up. */
  public enum Undelivered {
    KEPT,
    GIVEN_UP
  }

  private final VersionedFile history;
  private final String callingAeTitle;
  private final DestinationFactory factory;
  private final OpenDestinations opened;
  private volatile Map<String, DestinationSettings> settings = Map.of();
  private volatile int version;

  private ConfiguredDestinations(
      VersionedFile history,
      String callingAeTitle,
      Destinations running,
      DestinationFactory factory) {
    this.history = history;
    this.callingAeTitle = callingAeTitle;
    this.factory = factory;
    this.opened = new OpenDestinations(running, factory);
  }

  /**
   * Opens the destinations of the newest version that can be used; one that cannot be opened is
   * told, and what goes there is kept.
   *
   * @param folder of all versions, made if there is none
   * @param callingAeTitle ours, where a destination names no other
   * @param running to which they are added, not started
   */
  public static ConfiguredDestinations open(
      Path folder, String callingAeTitle, Destinations running, DestinationFactory factory)
      throws IOException {
    ConfiguredDestinations destinations =
        new ConfiguredDestinations(VersionedFile.open(folder), callingAeTitle, running, factory);
    destinations.takeUp(folder);
    return destinations;
  }

  private void takeUp(Path folder) throws IOException {
    for (Version candidate : history.versions()) {
      try {
        settings = parse(history.text(candidate.number()));
        version = candidate.number();
        break;
      } catch (DestinationFileException e) {
        log.error(
            "destinations of version {} in {} cannot be used, those before are:\n{}",
            candidate.number(),
            folder,
            e.getMessage());
      }
    }
    opened.open(settings.values());
  }

  private Map<String, DestinationSettings> parse(String text) throws DestinationFileException {
    Map<String, DestinationSettings> byName = new LinkedHashMap<>();
    DestinationFile.parse(text, callingAeTitle).forEach(one -> byName.put(one.name(), one));
    return byName;
  }

  /** Those that routes may name, the hub and those that cannot be opened now among them. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(settings.keySet());
    names.add(Destination.HUB);
    return names;
  }

  /** How all stand, the hub first, those that cannot be opened among them. */
  public synchronized List<DestinationStatus> statuses() {
    return opened.statuses();
  }

  /** The version that holds; 0 if none was ever written. */
  public int version() {
    return version;
  }

  /** All versions, the newest first. */
  public synchronized List<Version> versions() throws IOException {
    return history.versions();
  }

  /**
   * The text of a version.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such version
   */
  public synchronized String text(int number) throws IOException {
    return number == 0 ? "" : history.text(number);
  }

  /**
   * Does the rest of removals that a process did not get to, or a person by hand while none ran; to
   * be called before anything is sent. Where the newest version cannot be used nobody knows what
   * was removed, and everything stays as it is.
   */
  public synchronized void finishRemovals(DestinationUsers users) throws IOException {
    List<Version> versions = history.versions();
    if (versions.isEmpty() || versions.getFirst().number() != version) {
      return;
    }
    Set<String> gone = new TreeSet<>(users.sentTo());
    gone.addAll(factory.kept());
    gone.removeAll(names());
    gone.removeIf(name -> !users.rulesTo(name).isEmpty());
    Removal removal = new Removal(factory, users);
    for (String name : gone) {
      log.info("destination '{}' was removed; what it has not got is taken out of its queue", name);
      try {
        removal.of(name, Optional.empty(), last(name, versions));
      } catch (IOException e) {
        log.error("destination '{}': its queue cannot be deleted: {}", name, e.getMessage());
      }
    }
  }

  /** How a destination was when it was named last. */
  private Optional<DestinationSettings> last(String name, List<Version> versions)
      throws IOException {
    for (Version candidate : versions) {
      try {
        DestinationSettings named = parse(history.text(candidate.number())).get(name);
        if (named != null) {
          return Optional.of(named);
        }
      } catch (DestinationFileException e) {
        log.warn(
            "destinations of version {} cannot be read: {}", candidate.number(), e.getMessage());
      }
    }
    return Optional.empty();
  }

  /**
   * Sends to these from now on.
   *
   * @param by who says so
   * @throws DestinationFileException if the text cannot be used
   * @throws DestinationConflictException if one that is to go is still needed, or one that is to
   *     come cannot be opened; nothing has changed then
   */
  public synchronized Version change(
      String text, String by, String why, Undelivered undelivered, DestinationUsers users)
      throws DestinationFileException, DestinationConflictException, IOException {
    Map<String, DestinationSettings> wanted = parse(text);
    List<String> removed =
        settings.keySet().stream().filter(name -> !wanted.containsKey(name)).toList();
    for (String name : removed) {
      checkUnused(name, undelivered, users);
    }
    List<Destination> begun = opened.begin(wanted.values(), settings);
    Version written = history.add(text, by, why);
    Map<String, DestinationSettings> before = settings;
    settings = wanted;
    version = written.number();
    opened.start(begun);
    Removal removal = new Removal(factory, users);
    for (String name : removed) {
      removal.of(name, opened.remove(name), Optional.of(before.get(name)));
    }
    users.changed();
    log.info(
        "destinations of version {} by {} hold from now on: {}",
        version,
        by,
        String.join(", ", names()));
    return written;
  }

  private void checkUnused(String name, Undelivered undelivered, DestinationUsers users)
      throws DestinationConflictException {
    List<String> rules = users.rulesTo(name);
    if (!rules.isEmpty()) {
      throw new DestinationConflictException(
          "destination '%s' cannot be removed: rule '%s' sends to it. Change the routes first: gateway spoke route edit"
              .formatted(name, String.join("', '", rules)));
    }
    Optional<Destination> destination = opened.named(name);
    if (destination.isPresent() && undelivered == Undelivered.KEPT) {
      DestinationStatus status = destination.get().status();
      Amount left = status.backlog().plus(status.instances().get(DeliveryState.PARKED));
      if (left.count() > 0) {
        throw new DestinationConflictException(
            "destination '%s' has not got %d instances (%d bytes). Wait until it has, or give them up with --force: those that go nowhere else stay here and are listed by 'gateway spoke study list'"
                .formatted(name, left.count(), left.bytes()));
      }
    }
  }
}
