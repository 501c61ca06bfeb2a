package org.dicomgateway.spoke.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.dicomgateway.codec.transcoding.FrameWorkers;
import org.dicomgateway.codec.transcoding.Restoration;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.forward.ForwardSettings;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.forward.PreparedFile;
import org.dicomgateway.spoke.forward.StudyTrace.InstanceTrace;
import org.dicomgateway.spoke.prepare.PrepareSettings.Compression;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line is down: what can be prepared is. */
class PreparerTest {
  private static final long ROOM = 10 << 20;

  @TempDir private Path directory;
  private SimpleMeterRegistry registry;
  private Spool spool;
  private Preparer preparer;
  private Forwarder forwarder;

  @BeforeEach
  void start() throws IOException {
    spool = Spool.open(Files.createDirectories(directory.resolve("spool")), 0);
    start(Compression.ALWAYS, ROOM);
  }

  @AfterEach
  void stop() {
    forwarder.close();
  }

  private void start(Compression compression, long room) throws IOException {
    ForwardSettings settings =
        new ForwardSettings(URI.create("http://localhost:1"), "yen-bai", "token", 1);
    registry = new SimpleMeterRegistry();
    preparer =
        Preparer.open(
            directory.resolve("prepared"),
            spool,
            "yen-bai",
            new PrepareSettings(compression, room),
            registry);
    forwarder = Forwarder.open(directory.resolve("queue.db"), spool, settings, preparer, registry);
    forwarder.start();
  }

  private void restart(Compression compression, long room) throws IOException {
    stop();
    start(compression, room);
  }

  private SpooledInstance accept(Attributes image) throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, image);
    forwarder.accept(instance, new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, "test"));
    return instance;
  }

  private static final AttributeChanges NAMED =
      new AttributeChanges(Map.of("InstitutionName", List.of("Yên Bái")), Set.of("PatientName"));

  private SpooledInstance acceptChanged(Attributes image, AttributeChanges changes)
      throws Exception {
    SpooledInstance instance = SpoolFixture.store(spool, image);
    forwarder.accept(
        instance, new Dispatch(Urgency.NORMAL, Dispatch.Compressing.ALLOWED, changes, "test"));
    return instance;
  }

  private void assertChanged(SpooledInstance instance) throws IOException {
    PreparedFile file = preparer.prepared(instance.id()).orElseThrow();
    assertThat(file.content().changes()).isEqualTo(NAMED);
    Attributes dataSet = Part10.read(file.file(), ReadOptions.WHOLE).dataSet();
    assertThat(dataSet.string(Tag.InstitutionName)).hasValue("Yên Bái");
    assertThat(dataSet.contains(Tag.PatientName)).isFalse();
    Attributes note = dataSet.items(Tag.OriginalAttributesSequence).getFirst();
    assertThat(note.string(Tag.ModifyingSystem)).hasValue("yen-bai");
    assertThat(note.string(Tag.SourceOfPreviousValues)).hasValue("CT1");
    assertThat(received(instance))
        .isEqualTo(SpoolFixture.part10(SpoolFixture.slope("1.2", "1.2.1")));
  }

  @Test
  void changesAttributesAndThenCompresses() throws Exception {
    SpooledInstance instance = acceptChanged(SpoolFixture.slope("1.2", "1.2.1"), NAMED);

    await(() -> preparer.queue().prepared().contains(instance.id()));
    assertChanged(instance);
    assertThat(trace(instance).preparation()).isEqualTo("PREPARED");
    assertThat(trace(instance).changes()).hasValue(NAMED);
    PreparedFile file = preparer.prepared(instance.id()).orElseThrow();
    assertThat(restored(file)).hasSize((int) file.content().original().orElseThrow().length());
    assertThat(files()).hasSize(2);
  }

  @Test
  void changesAttributesWhereNothingIsCompressed() throws Exception {
    restart(Compression.OFF, 0);
    SpooledInstance instance = acceptChanged(SpoolFixture.slope("1.2", "1.2.1"), NAMED);

    await(() -> preparer.queue().prepared().contains(instance.id()));
    assertChanged(instance);
    assertThat(trace(instance).preparation()).isEqualTo("CHANGED");
    restart(Compression.OFF, 0);
    assertChanged(instance);
  }

  @Test
  void letsGoWhatIsAsTheRuleWantsItAlready() throws Exception {
    SpooledInstance instance =
        acceptChanged(
            SpoolFixture.image("1.2", "1.2.1", 100),
            new AttributeChanges(Map.of(), Set.of("InstitutionName")));

    await(() -> forwarder.known().contains(instance.id()) && preparer.queue().held(1).isEmpty());
    assertThat(trace(instance).preparation()).isEqualTo("AS_RECEIVED");
    assertThat(trace(instance).changes()).isEmpty();
  }

  @Test
  void parksWhatCannotBeChangedAndTriesAgainWhenAskedTo() throws Exception {
    Attributes image =
        SpoolFixture.image("1.2", "1.2.1", 100)
            .setBytes(Tag.StudyDescription, VR.LO, new byte[] {'a', (byte) 0xE1});
    SpooledInstance instance = acceptChanged(image, NAMED);

    await(() -> !forwarder.parked().isEmpty());
    assertThat(trace(instance).state()).isEqualTo("PARKED");
    assertThat(trace(instance).note()).contains("its attributes cannot be changed", "(0008,1030)");
    assertThat(preparer.queue().held(1)).isEmpty();
    assertThat(forwarder.retry(new ParkedFilter("1.2", ""))).isEqualTo(1);
    await(() -> !forwarder.parked().isEmpty());
  }

  private SpooledInstance prepared(String sop) throws Exception {
    SpooledInstance instance = accept(SpoolFixture.slope("1.2", sop));
    await(() -> preparer.queue().prepared().contains(instance.id()));
    return instance;
  }

  @Test
  void preparesWhatComesBackByteForByte() throws Exception {
    SpooledInstance instance = prepared("1.2.1");

    PreparedFile file = preparer.prepared(instance.id()).orElseThrow();
    assertThat(Files.size(file.file())).isLessThan(instance.length() / 2);
    assertThat(restored(file)).isEqualTo(received(instance));
    assertThat(registry.get("gateway.prepare.received").counter().count())
        .isEqualTo(instance.length());
    assertThat(registry.get("gateway.prepare.prepared").counter().count())
        .isEqualTo(Files.size(file.file()));
    InstanceTrace trace = trace(instance);
    assertThat(trace.preparation()).isEqualTo("PREPARED");
    assertThat(trace.preparedLength()).hasValue(Files.size(file.file()));
    assertThat(trace.preparedAt()).hasValue(file.at());
    assertThat(trace.preparedAt().orElseThrow()).isAfterOrEqualTo(trace.receivedAt());
  }

  @Test
  void releasesWhatBecomesNoSmaller() throws Exception {
    byte[] noise = new byte[128 * 128 * 2];
    new Random(1).nextBytes(noise);
    Attributes image =
        SpoolFixture.slope("1.2", "1.2.1")
            .setInt(Tag.BitsStored, VR.US, 16)
            .setInt(Tag.HighBit, VR.US, 15)
            .setBytes(Tag.PixelData, VR.OW, noise);

    assertGoesAsReceived(accept(image), "no_gain");
  }

  @Test
  void releasesWhatThereIsNoRoomFor() throws Exception {
    restart(Compression.ALWAYS, 30_000);

    assertGoesAsReceived(accept(SpoolFixture.slope("1.2", "1.2.1")), "no_room");
  }

  @Test
  void leavesAllAsItIsWhereThatIsWanted() throws Exception {
    restart(Compression.OFF, ROOM);
    SpooledInstance instance = accept(SpoolFixture.slope("1.2", "1.2.1"));

    await(() -> forwarder.known().contains(instance.id()));
    assertThat(preparer.queue().held(10)).isEmpty();
    assertThat(preparer.prepared(instance.id())).isEmpty();
  }

  @Test
  void keepsWhatItHasPreparedOverARestart() throws Exception {
    SpooledInstance instance = prepared("1.2.1");
    restart(Compression.ALWAYS, ROOM);

    assertThat(restored(preparer.prepared(instance.id()).orElseThrow()))
        .isEqualTo(received(instance));
  }

  @Test
  void usesNoFileThatTheDiskDidNotKeep() throws Exception {
    SpooledInstance instance = prepared("1.2.1");
    Path file = preparer.prepared(instance.id()).orElseThrow().file();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    restart(Compression.OFF, ROOM);

    assertThat(preparer.prepared(instance.id())).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void makesDeletedFilesAgain() throws Exception {
    prepared("1.2.1");
    SpooledInstance waiting = prepared("1.3.1");
    stop();
    for (Path file : files()) {
      Files.delete(file);
    }
    start(Compression.ALWAYS, ROOM);

    await(() -> preparer.prepared(waiting.id()).isPresent());
    assertThat(restored(preparer.prepared(waiting.id()).orElseThrow()))
        .isEqualTo(received(waiting));
  }

  @Test
  void deletesWhatIsDelivered() throws Exception {
    SpooledInstance instance = prepared("1.2.1");

    preparer.discard(Set.of(instance.id()));

    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (var list = Files.list(directory.resolve("prepared"))) {
      return list.toList();
    }
  }

  private void assertGoesAsReceived(SpooledInstance instance, String reason) throws Exception {
    await(
        () ->
            registry.find("gateway.prepare.skipped").tag("reason", reason).counter() != null
                && preparer.queue().held(10).isEmpty());
    assertThat(preparer.queue().prepared()).doesNotContain(instance.id());
    assertThat(trace(instance).preparation()).isEqualTo("AS_RECEIVED");
    assertThat(trace(instance).preparedAt()).isEmpty();
    assertThat(files()).isEmpty();
  }

  private InstanceTrace trace(SpooledInstance instance) {
    String study = instance.identity().studyInstanceUid();
    return forwarder.studyTrace(study).orElseThrow().instances().getFirst();
  }

  private byte[] received(SpooledInstance instance) throws IOException {
    try (InputStream file = spool.open(instance)) {
      return file.readAllBytes();
    }
  }

  private static byte[] restored(PreparedFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BulkDataSource bytes = BulkDataSource.of(file.file());
    FrameTable table = FrameTable.of(Part10.read(file.file(), ReadOptions.WHOLE), bytes);
    new Restoration(FrameWorkers.CALLER)
        .restore(
            bytes, file.content().length(), table, file.content().original().orElseThrow(), out);
    return out.toByteArray();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int look = 0; look < 1000 && !condition.getAsBoolean(); look++) {
      Thread.sleep(10);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
