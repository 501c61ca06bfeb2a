package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackAssemblerTest {
  @TempDir private Path directory;
  private final List<String> unreadable = new ArrayList<>();
  private Spool spool;
  private PackAssembler assembler;

  @BeforeEach
  void open() throws IOException {
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    assembler = new PackAssembler(spool, "yen-bai");
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

  private PackAssembler.Assembled assemble(Pack pack) throws InterruptedException {
    return assembler.assemble(pack, (id, reason) -> unreadable.add(id)).orElseThrow();
  }

  private static Pack pack(SpooledInstance... instances) {
    return new Pack(
        PackId.next(),
        "1.2",
        Instant.parse("2026-05-06T07:08:09Z"),
        List.of(instances).stream().map(SpooledInstance::id).toList());
  }
}
