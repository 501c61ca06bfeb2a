package org.dicomgateway.spoke.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dicomgateway.spoke.destination.ConfiguredDestinations.Undelivered;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredDestinationsTest {
  private static final String ONE = folder("one", "/one");
  private static final String TWO = ONE + folder("two", "/two");

  @TempDir private Path directory;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Destinations running = new Destinations(registry);
  private final List<String> opened = new ArrayList<>();
  private final Set<String> unusable = new TreeSet<>();
  private final List<String> discarded = new ArrayList<>();
  private final Users users = new Users();
  private ConfiguredDestinations destinations;

  private static final class Users implements DestinationUsers {
    private final List<String> rules = new ArrayList<>();
    private final List<String> withdrawn = new ArrayList<>();
    private int changes;

    @Override
    public List<String> rulesTo(String destination) {
      return rules;
    }

    @Override
    public Set<String> sentTo() {
      return Set.of();
    }

    @Override
    public void withdraw(Destination destination) {
      withdrawn.add(destination.name());
    }

    @Override
    public void withdrawUnknown(String destination) {
      withdrawn.add(destination);
    }

    @Override
    public void changed() {
      changes++;
    }
  }

  private final class Factory implements DestinationFactory {
    @Override
    public Destination open(DestinationSettings settings) throws IOException {
      if (unusable.contains(settings.name())) {
        throw new IOException("no such certificate");
      }
      opened.add(settings.name());
      return new GivenDestination(settings.name());
    }

    @Override
    public Set<String> kept() {
      return Set.of();
    }

    @Override
    public void discard(String name) {
      discarded.add(name);
    }
  }

  @BeforeEach
  void open() throws IOException {
    destinations =
        ConfiguredDestinations.open(
            directory.resolve("destinations"), "GATEWAY", running, new Factory());
  }

  private static String folder(String name, String path) {
    return "  - {name: %s, type: folder, path: %s}%n".formatted(name, path);
  }

  private void change(String list, Undelivered undelivered) throws Exception {
    destinations.change("destinations:\n" + list, "lan", "", undelivered, users);
  }

  @Test
  void addsChangesAndRemovesWithoutTouchingTheOthers() throws Exception {
    change(TWO, Undelivered.KEPT);
    Destination one = running.named("one").orElseThrow();
    Destination two = running.named("two").orElseThrow();
    change(ONE + folder("two", "/other"), Undelivered.KEPT);

    assertThat(running.named("one")).containsSame(one);
    assertThat(running.named("two").orElseThrow()).isNotSameAs(two);
    assertThat(opened).containsExactly("one", "two", "two");
    assertThat(discarded).containsExactly("one", "two");

    change(ONE, Undelivered.KEPT);
    assertThat(running.names()).containsExactly("one");
    assertThat(destinations.names()).containsExactly("hub", "one");
    assertThat(users.withdrawn).containsExactly("two");
    assertThat(users.changes).isEqualTo(3);
    assertThat(discarded).containsExactly("one", "two", "two");
    assertThat(destinations.versions()).hasSize(3);
  }

  @Test
  void takesUpTheNewestVersionThatCanBeUsed() throws Exception {
    change(ONE, Undelivered.KEPT);
    change(TWO, Undelivered.KEPT);
    Files.writeString(directory.resolve("destinations/000002.yaml"), "destinations: {");
    open();

    assertThat(destinations.version()).isEqualTo(1);
    assertThat(destinations.names()).containsExactly("hub", "one");
  }

  @Test
  void aTextThatCannotBeUsedChangesNothing() throws Exception {
    change(ONE, Undelivered.KEPT);

    assertThatThrownBy(() -> change("  - {name: two}\n", Undelivered.KEPT))
        .isInstanceOf(DestinationFileException.class);

    assertThat(destinations.version()).isEqualTo(1);
    assertThat(running.names()).containsExactly("one");
  }

  @Test
  void whatCannotBeOpenedLeavesEverythingAsItWas() throws Exception {
    change(ONE, Undelivered.KEPT);
    unusable.add("two");

    assertThatThrownBy(
            () -> change(folder("one", "/else") + folder("two", "/two"), Undelivered.KEPT))
        .isInstanceOf(DestinationConflictException.class)
        .hasMessage("destination 'two' cannot be opened: no such certificate");

    assertThat(destinations.version()).isEqualTo(1);
    assertThat(running.names()).containsExactly("one");
    assertThat(destinations.text(1)).isEqualTo("destinations:\n" + ONE);
  }

  @Test
  void tellsWhatCannotBeOpenedAtTheStartAndOpensItOnceItCan() throws Exception {
    change(TWO, Undelivered.KEPT);
    running.remove("one");
    running.remove("two");
    unusable.add("two");
    open();

    assertThat(running.names()).containsExactly("one");
    assertThat(destinations.names()).containsExactly("hub", "one", "two");
    assertThat(destinations.statuses().getLast().health().state()).isEqualTo(Health.State.REFUSED);
    assertThat(destinations.statuses().getLast().health().reason())
        .isEqualTo("cannot be opened: no such certificate");

    unusable.clear();
    change(TWO, Undelivered.KEPT);
    assertThat(running.names()).containsExactly("one", "two");
  }

  @Test
  void keepsWhatARuleSendsTo() throws Exception {
    change(TWO, Undelivered.KEPT);
    users.rules.add("CT at night");

    assertThatThrownBy(() -> change(ONE, Undelivered.GIVEN_UP))
        .isInstanceOf(DestinationConflictException.class)
        .hasMessageContaining("'two' cannot be removed: rule 'CT at night' sends to it");
    assertThat(running.names()).containsExactly("one", "two");
  }

  @Test
  void keepsWhatHasNotGotEverythingUnlessThatIsGivenUp() throws Exception {
    change(TWO, Undelivered.KEPT);
    Spool spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    running
        .named("two")
        .orElseThrow()
        .accept(
            SpoolFixture.store(spool, "1.2", "1.2.3", 100),
            new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, "test"));

    assertThatThrownBy(() -> change(ONE, Undelivered.KEPT))
        .isInstanceOf(DestinationConflictException.class)
        .hasMessageContaining("'two' has not got 1 instances");
    change(ONE, Undelivered.GIVEN_UP);
    assertThat(users.withdrawn).containsExactly("two");
  }

  @Test
  void tellsFiguresOfEachAsLongAsItIsThere() throws Exception {
    change(TWO, Undelivered.KEPT);
    assertThat(registry.get("gateway.destination.up").tag("destination", "two").gauge().value())
        .isEqualTo(1);

    change(ONE, Undelivered.KEPT);
    assertThat(registry.find("gateway.destination.up").tag("destination", "two").gauge()).isNull();
  }
}
