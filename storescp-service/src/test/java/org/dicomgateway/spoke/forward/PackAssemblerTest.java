package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.pack.PackLayout;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackAssemblerTest {
  @TempDir private Path directory;
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> unprepared = new ArrayList<>();
  private final Map<String, AttributeChanges> changes = new HashMap<>();
  private Spool spool;
  private PackAssembler assembler;

  @BeforeEach
  void open() throws IOException {
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    assembler = new PackAssembler(spool, "yen-bai", Preparation.NONE, ids -> changes);
  }

  @Test
  void callsNoFileUnreadableBecauseItIsStopped() throws Exception {
    Pack pack = pack(SpoolFixture.store(spool, "1.2", "1.2.1", 1000));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> assemble(pack)).isInstanceOf(InterruptedException.class);
    assertThat(unreadable).isEmpty();
    // A channel that is closed by an interrupt leaves the thread interrupted.
    assertThat(Thread.interrupted()).isTrue();
    assertThat(assemble(pack).instances()).hasSize(1);
  }

  @Test
  void leavesOutWhatCannotBeRead() throws Exception {
    SpooledInstance whole = SpoolFixture.store(spool, "1.2", "1.2.1", 1000);
    SpooledInstance lost = SpoolFixture.store(spool, "1.2", "1.2.2", 1000);
    Files.delete(spool.file(lost.id()));
    assertThat(assemble(pack(whole, lost)).instances()).containsExactly(whole.id());
    assertThat(unreadable).containsExactly(lost.id());
  }

  @Test
  void neverTakesUnchangedWhatHasToBeChanged() throws Exception {
    SpooledInstance plain = SpoolFixture.store(spool, "1.2", "1.2.1", 1000);
    SpooledInstance changed = SpoolFixture.store(spool, "1.2", "1.2.2", 1000);
    changes.put(changed.id(), new AttributeChanges(Map.of(), Set.of("PatientName")));

    assertThat(assemble(pack(plain, changed)).instances()).containsExactly(plain.id());
    assertThat(unprepared).containsExactly(changed.id());
    assertThat(unreadable).isEmpty();
  }

  @Test
  void tellsOfAnInstanceWhatTheHubChecks() throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, "1.2", "1.2.3", 5000);

    PackLayout layout = assemble(pack(instance)).layout();

    PackedInstance packed = layout.manifest().instances().getFirst();
    assertThat(packed.sopInstanceUid()).isEqualTo("1.2.3");
    assertThat(packed.receivedAs().sha256()).isEqualTo(instance.sha256());
    assertThat(packed.source().callingAet()).isEqualTo("CT1");
    assertThat(packed.source().receivedAt()).isEqualTo(instance.receivedAt());
    try (InputStream pack = layout.open(packed.offset())) {
      assertThat(pack.readNBytes((int) packed.length()))
          .isEqualTo(SpoolFixture.part10(SpoolFixture.image("1.2", "1.2.3", 5000)));
    }
  }

  @Test
  void makesTheSameBytesOfTheSamePack() throws Exception {
    Pack pack =
        pack(
            SpoolFixture.store(spool, "1.2", "1.2.3", 5000),
            SpoolFixture.store(spool, "1.2", "1.2.4", 5000));

    assertThat(assemble(pack).digest()).isEqualTo(assemble(pack).digest());
    try (InputStream one = assemble(pack).layout().open(0);
        InputStream other = assemble(pack).layout().open(0)) {
      assertThat(one).hasSameContentAs(other);
    }
  }

  private PackAssembler.Assembled assemble(Pack pack) throws InterruptedException {
    return assembler
        .assemble(pack, (id, reason) -> unreadable.add(id), unprepared::add)
        .orElseThrow();
  }

  private static Pack pack(SpooledInstance... instances) {
    return new Pack(
        PackId.next(),
        "1.2",
        Instant.parse("2026-05-06T07:08:09Z"),
        new Precedence(Urgency.NORMAL, false),
        List.of(instances).stream().map(SpooledInstance::id).toList(),
        0);
  }
}
