package org.dicomgateway.hub.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.hub.index.ArchivedPack.Stamps;
import org.dicomgateway.hub.index.Query.Level;
import org.dicomgateway.transfer.HubTrace;
import org.dicomgateway.transfer.HubTrace.PackTrace;
import org.dicomgateway.transfer.HubTrace.Patient;
import org.dicomgateway.transfer.HubTrace.Prepared;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.InstanceReceipt;
import org.dicomgateway.transfer.Receipt.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is true of the index on every database. */
abstract class IndexContract {
  private Database database;
  SqlIndex index;
  SqlStudyList list;
  SqlTraces traces;
  SiteActivities activities;

  /** An empty database. */
  abstract Database database() throws IOException;

  @BeforeEach
  void open() throws IOException {
    database = database();
    index = new SqlIndex(database);
    list = new SqlStudyList(database);
    traces = new SqlTraces(database);
    activities = new SiteActivities(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static PackFixture study(String uid) {
    return new PackFixture("hospital-a", uid)
        .patient("NGUYỄN^VĂN ĐẠT", "P1")
        .set(Tag.StudyDate, "DA", "20260301")
        .set(Tag.StudyTime, "TM", "103000")
        .set(Tag.Modality, "CS", "CT")
        .set(Tag.AccessionNumber, "SH", "A_1%")
        .set(Tag.SeriesNumber, "IS", "1");
  }

  private List<Outcome> outcomes(ArchivedPack pack) {
    return index.register(pack).instances().stream().map(InstanceReceipt::outcome).toList();
  }

  private List<String> find(Level level, int tag, String value) {
    return find(level, Map.of(tag, value), false);
  }

  private List<String> find(Level level, Map<Integer, String> keys, boolean fuzzy) {
    int answered =
        switch (level) {
          case STUDY -> Tag.StudyInstanceUID;
          case SERIES -> Tag.SeriesInstanceUID;
          case INSTANCE -> Tag.SOPInstanceUID;
        };
    return index.find(new Query(level, keys, Set.of(), false, fuzzy, 100, 0)).stream()
        .map(match -> match.string(answered).orElseThrow())
        .toList();
  }

  @Test
  void registersAPackWholeAndAnswersItsReceiptAgain() {
    ArchivedPack pack = study("1.2").instance("1.2.1", "1.2.1.1", "aa").build();
    Receipt receipt = index.register(pack);
    assertThat(receipt.state()).isEqualTo(Receipt.State.ARCHIVED);
    assertThat(receipt.instances())
        .extracting(InstanceReceipt::outcome)
        .containsExactly(Outcome.STORED);
    assertThat(index.register(pack)).isEqualTo(receipt);
    assertThat(index.pack("hospital-a", receipt.packId()).orElseThrow().receipt())
        .isEqualTo(receipt);
    assertThat(index.pack("hospital-b", receipt.packId())).isEmpty();
  }

  @Test
  void takesTheSameBytesAgainAsADuplicate() {
    assertThat(outcomes(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build()))
        .containsExactly(Outcome.STORED);
    assertThat(outcomes(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build()))
        .containsExactly(Outcome.DUPLICATE);
    assertThat(index.instances("1.2", Optional.empty())).hasSize(1);
  }

  @Test
  void keepsOtherBytesUnderAKnownUidBesideTheFirst() {
    ArchivedPack first = study("1.2").instance("1.2.1", "1.2.1.1", "aa").build();
    index.register(first);
    ArchivedPack second =
        study("1.2").instance("1.2.1", "1.2.1.1", "bb").instance("1.2.1", "1.2.1.2", "cc").build();
    assertThat(outcomes(second)).containsExactly(Outcome.CONFLICT, Outcome.STORED);
    assertThat(outcomes(study("1.2").instance("1.2.1", "1.2.1.1", "bb").build()))
        .containsExactly(Outcome.DUPLICATE);

    IndexedInstance served = index.instance("1.2", "1.2.1", "1.2.1.1").orElseThrow();
    assertThat(served.sha256()).isEqualTo("aa");
    assertThat(served.packKey()).isEqualTo(first.objectKey());
    assertThat(list.find(StudyFilter.ALL, 10, 0).getFirst().conflicts()).isEqualTo(1);
  }

  @Test
  void isAsItWasWhenItCannotBeRebuilt() throws Exception {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    ArchivedPack other = study("1.3").instance("1.3.1", "1.3.1.1", "bb").build();

    assertThatIOException()
        .isThrownBy(
            () ->
                index.rebuild(
                    () -> {
                      index.register(other);
                      throw new IOException("the archive is gone");
                    }));
    assertThat(find(Level.STUDY, Map.of(), false)).containsExactly("1.2");

    index.rebuild(() -> index.register(other));
    assertThat(find(Level.STUDY, Map.of(), false)).containsExactly("1.3");
  }

  @Test
  void tellsTheWayOfAStudyOfOneSiteOrOfAll() {
    PackFixture later = new PackFixture("hospital-b", "1.2").patient("TRẦN^BÌNH", "P9");
    Stamps stamps =
        new Stamps(Optional.of(Instant.ofEpochMilli(2)), Optional.of(Instant.ofEpochMilli(3)));
    ArchivedPack first = study("1.2").stamped(stamps).instance("1.2.1", "1.2.1.1", "aa").build();
    index.register(first);
    index.register(later.instance("1.2.1", "1.2.1.1", "bb").build());

    assertThat(traces.trace("1.3", Optional.empty())).isEmpty();
    assertThat(traces.trace("1.2", Optional.of("hospital-c"))).isEmpty();
    HubTrace all = traces.trace("1.2", Optional.empty()).orElseThrow();
    HubTrace one = traces.trace("1.2", Optional.of("hospital-a")).orElseThrow();
    assertThat(all.packs()).extracting(PackTrace::site).contains("hospital-a", "hospital-b");
    assertThat(all.patients()).hasSize(2);
    assertThat(one.patients())
        .containsExactly(new Patient("hospital-a", "P1", "hospital-a", "NGUYỄN^VĂN ĐẠT", 1));
    PackTrace pack = one.packs().getFirst();
    assertThat(one.packs()).hasSize(1);
    assertThat(pack.packId()).isEqualTo(first.manifest().packId());
    assertThat(pack.acknowledgedFrom()).hasValue(Instant.EPOCH);
    assertThat(pack.receivedAt()).hasValue(Instant.ofEpochMilli(2));
    assertThat(pack.archivedAt()).hasValue(Instant.ofEpochMilli(3));
    assertThat(pack.indexedAt().orElseThrow()).isAfter(Instant.ofEpochMilli(3));
    assertThat(pack.instances())
        .extracting(InstanceReceipt::outcome)
        .containsExactly(Outcome.STORED);
  }

  @Test
  void tellsWhatOfAPackTheSpokeCompressedAndWhen() {
    PackFixture pack = study("1.2").instance("1.2.1", "1.2.1.1", "aa");
    pack.instance("1.2.1", "1.2.1.2", "bb").preparedFrom(250, Instant.ofEpochMilli(7));
    pack.instance("1.2.1", "1.2.1.3", "cc").preparedFrom(300, Instant.ofEpochMilli(5));
    index.register(pack.build());

    HubTrace trace = traces.trace("1.2", Optional.empty()).orElseThrow();
    assertThat(trace.packs().getFirst().prepared())
        .hasValue(
            new Prepared(
                2,
                550,
                200,
                Optional.of(Instant.ofEpochMilli(5)),
                Optional.of(Instant.ofEpochMilli(7))));
  }

  @Test
  void listsWhatIsKeptBesideOtherBytes() {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    ArchivedPack second = study("1.2").instance("1.2.1", "1.2.1.1", "bb").build();
    index.register(second);

    List<Conflict> conflicts = traces.conflicts(new ConflictFilter("", "1.2.1.1", ""), 10);
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.getFirst().sha256()).isEqualTo("bb");
    assertThat(conflicts.getFirst().servedSha256()).isEqualTo("aa");
    assertThat(conflicts.getFirst().packKey()).isEqualTo(second.objectKey());
    assertThat(traces.conflicts(new ConflictFilter("1.3", "", ""), 10)).isEmpty();
    assertThat(traces.conflicts(new ConflictFilter("1.2", "1.2.1.1", "aa"), 10)).isEmpty();
  }

  @Test
  void flagsAStudyThatNamesMoreThanOnePatient() {
    index.register(study("1.1").instance("1.1.1", "1.1.1.1", "a").build());
    index.register(
        study("1.2")
            .instance("1.2.1", "1.2.1.1", "a")
            .instance("1.2.1", "1.2.1.2", "b")
            .patient("NGUYỄN^VĂN ĐẠT^^BS", "P1")
            .instance("1.2.1", "1.2.1.3", "c")
            .build());

    assertThat(traces.patientConflicts("", 10))
        .extracting(StudyPatient::studyInstanceUid)
        .containsExactly("1.2", "1.2");
    assertThat(traces.patientConflicts("1.2", 10))
        .extracting(found -> found.patient().instances())
        .containsExactly(2L, 1L);
    assertThat(traces.patientConflicts("1.1", 10)).isEmpty();
    assertThat(list.find(StudyFilter.ALL, 10, 0))
        .extracting(StudySummary::patients)
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void tellsWhatCameFromEachSiteAndWhatAStudyIsMadeOf() {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "bb").build());

    SiteActivity site = activities.since(Instant.EPOCH).getFirst();
    assertThat(site.packs()).isEqualTo(2);
    assertThat(site.studies()).isEqualTo(1);
    assertThat(site.conflicts()).isEqualTo(1);
    assertThat(site.instancesToday()).isEqualTo(2);
    assertThat(site.bytesToday()).isEqualTo(site.bytes());
    assertThat(site.lastPack()).isPresent();
    SiteActivity tomorrow = activities.since(Instant.now().plusSeconds(86_400)).getFirst();
    assertThat(tomorrow.instancesToday() + tomorrow.bytesToday()).isZero();

    assertThat(list.study("1.2").orElseThrow().conflicts()).isEqualTo(1);
    assertThat(list.study("1.9")).isEmpty();
    SeriesSummary series = list.series("1.2").getFirst();
    assertThat(series.seriesInstanceUid()).isEqualTo("1.2.1");
    assertThat(series.instances()).isEqualTo(1);
  }

  @Test
  void aConflictInAnotherStudyMakesNoEmptyStudyVisible() {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    assertThat(outcomes(study("1.3").instance("1.3.1", "1.2.1.1", "bb").build()))
        .containsExactly(Outcome.CONFLICT);
    assertThat(find(Level.STUDY, Map.of(), false)).containsExactly("1.2");
  }

  @Test
  void givesBackWhereAnInstanceLies() {
    FrameTable frames =
        new FrameTable.Encapsulated(
            List.of(
                List.of(new ByteRange(900, 5), new ByteRange(913, 6)),
                List.of(new ByteRange(700, 1L << 40))));
    ArchivedPack pack =
        study("1.2")
            .instance("1.2.1", "1.2.1.1", "aa")
            .instance("1.2.1", "1.2.1.2", "bb", frames)
            .build();
    index.register(pack);
    IndexedInstance found = index.instance("1.2", "1.2.1", "1.2.1.2").orElseThrow();
    assertThat(found.frames()).isEqualTo(frames);
    assertThat(found.offset()).isEqualTo(100);
    assertThat(found.length()).isEqualTo(100);
    assertThat(found.metadata()).isEqualTo(pack.metadata().get(1));
    assertThat(index.instance("1.2", "9.9", "1.2.1.2")).isEmpty();
    assertThat(index.instance("9.9", "1.2.1", "1.2.1.2")).isEmpty();
  }

  @Test
  void ordersInstancesBySeriesNumberThenInstanceNumber() {
    index.register(
        study("1.2")
            .set(Tag.SeriesNumber, "IS", "10")
            .instance("1.2.10", "1.2.10.11", "a")
            .instance("1.2.10", "1.2.10.2", "b")
            .set(Tag.SeriesNumber, "IS", "9")
            .instance("1.2.9", "1.2.9.1", "c")
            .build());
    assertThat(index.instances("1.2", Optional.empty()))
        .extracting(IndexedInstance::sopInstanceUid)
        .containsExactly("1.2.9.1", "1.2.10.2", "1.2.10.11");
    assertThat(index.instances("1.2", Optional.of("1.2.10"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "NGUYỄN^VĂN ĐẠT, true",
    "nguyen van dat, true",
    "NGUYEN^VAN DAT, true",
    "Nguyễn^Văn Đạt^^, true",
    "nguyen*, true",
    "*đạt, true",
    "ng?yen van dat, true",
    "nguyen, false",
    "van, false",
    "tran*, false",
  })
  void findsNamesWithAndWithoutDiacritics(String value, boolean found) {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    assertThat(find(Level.STUDY, Tag.PatientName, value)).hasSize(found ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"van, true", "dat ng, true", "đạt, true", "an, false", "nguyen thi, false"})
  void fuzzyMatchingFindsTheBeginningOfAnyWord(String value, boolean found) {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    assertThat(find(Level.STUDY, Map.of(Tag.PatientName, value), true)).hasSize(found ? 1 : 0);
  }

  @Test
  void findsNamesByAnyComponentGroup() {
    index.register(
        study("1.2")
            .patient("Yamada^Tarou=山田^太郎=やまだ^たろう", "P2")
            .instance("1.2.1", "1.2.1.1", "a")
            .build());
    assertThat(find(Level.STUDY, Tag.PatientName, "山田*")).hasSize(1);
    assertThat(find(Level.STUDY, Tag.PatientName, "やまだ^たろう")).hasSize(1);
    assertThat(find(Level.STUDY, Tag.PatientName, "太郎")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "20260301, true",
    "20260301-, true",
    "-20260301, true",
    "20260201-20260401, true",
    "20260302-, false",
    "-20260228, false",
    "20250301, false",
  })
  void matchesDatesByRange(String value, boolean found) {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    index.register(new PackFixture("hospital-a", "1.3").instance("1.3.1", "1.3.1.1", "x").build());
    assertThat(find(Level.STUDY, Tag.StudyDate, value)).hasSize(found ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "103000, true",
    "10, true",
    "1030, true",
    "1000-1030, true",
    "1031-, false",
    "-102959.999999, false",
    "-10, true",
  })
  void matchesTimesByRange(String value, boolean found) {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    assertThat(find(Level.STUDY, Tag.StudyTime, value)).hasSize(found ? 1 : 0);
  }

  @Test
  void matchesStudyDateAndTimeAsOneMoment() {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    Map<Integer, String> span =
        Map.of(Tag.StudyDate, "20260228-20260302", Tag.StudyTime, "2300-0100");
    assertThat(find(Level.STUDY, span, false)).hasSize(1);
    Map<Integer, String> sameDay = Map.of(Tag.StudyDate, "20260301", Tag.StudyTime, "1100-");
    assertThat(find(Level.STUDY, sameDay, false)).isEmpty();
  }

  @Test
  void takesSqlWildcardsAsTheyStand() {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "aa").build());
    assertThat(find(Level.STUDY, Tag.AccessionNumber, "A_1%")).hasSize(1);
    assertThat(find(Level.STUDY, Tag.AccessionNumber, "A_*")).hasSize(1);
    assertThat(find(Level.STUDY, Tag.AccessionNumber, "%*")).isEmpty();
    assertThat(find(Level.STUDY, Tag.AccessionNumber, "a_1%")).isEmpty();
    assertThat(find(Level.STUDY, Tag.AccessionNumber, "a_*")).isEmpty();
    assertThat(find(Level.STUDY, Tag.PatientID, "' OR 1=1 --")).isEmpty();
  }

  @Test
  void matchesUidListsAndModalitiesInStudy() {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "a").build());
    index.register(
        study("1.3")
            .instance("1.3.1", "1.3.1.1", "b")
            .set(Tag.Modality, "CS", "US")
            .instance("1.3.2", "1.3.2.1", "c")
            .build());
    assertThat(find(Level.STUDY, Tag.StudyInstanceUID, "1.2,1.3")).hasSize(2);
    assertThat(find(Level.STUDY, Tag.StudyInstanceUID, "1.2\\9.9")).containsExactly("1.2");
    assertThat(find(Level.STUDY, Tag.ModalitiesInStudy, "US")).containsExactly("1.3");
    assertThat(find(Level.STUDY, Tag.ModalitiesInStudy, "US,CT")).hasSize(2);
    assertThat(find(Level.SERIES, Tag.Modality, "US")).containsExactly("1.3.2");
    assertThat(find(Level.INSTANCE, Tag.ModalitiesInStudy, "US"))
        .containsExactly("1.3.1.1", "1.3.2.1");
    assertThat(find(Level.INSTANCE, Tag.InstanceNumber, "1")).hasSize(3);
  }

  @Test
  void answersWithWhatTheStandardAsksForAndRightCounts() {
    index.register(
        study("1.3")
            .instance("1.3.1", "1.3.1.1", "b")
            .set(Tag.Modality, "CS", "US")
            .instance("1.3.2", "1.3.2.1", "c")
            .instance("1.3.2", "1.3.2.2", "d")
            .build());
    Attributes study =
        index.find(new Query(Level.STUDY, Map.of(), Set.of(), false, false, 10, 0)).getFirst();
    assertThat(study.string(Tag.PatientName)).contains("NGUYỄN^VĂN ĐẠT");
    assertThat(study.string(Tag.IssuerOfPatientID)).contains("hospital-a");
    assertThat(study.strings(Tag.ModalitiesInStudy)).containsExactly("CT", "US");
    assertThat(study.integer(Tag.NumberOfStudyRelatedSeries)).hasValue(2);
    assertThat(study.integer(Tag.NumberOfStudyRelatedInstances)).hasValue(3);
    Attributes series =
        index
            .find(
                new Query(Level.SERIES, Map.of(Tag.Modality, "US"), Set.of(), false, false, 10, 0))
            .getFirst();
    assertThat(series.integer(Tag.NumberOfSeriesRelatedInstances)).hasValue(2);
    assertThat(series.string(Tag.PatientName)).isPresent();
    Attributes within =
        index
            .find(
                new Query(
                    Level.INSTANCE,
                    Map.of(Tag.StudyInstanceUID, "1.3", Tag.SeriesInstanceUID, "1.3.1"),
                    Set.of(Tag.AccessionNumber),
                    false,
                    false,
                    10,
                    0))
            .getFirst();
    assertThat(within.contains(Tag.PatientName)).isFalse();
    assertThat(within.string(Tag.AccessionNumber)).contains("A_1%");
    assertThat(within.string(Tag.SOPInstanceUID)).contains("1.3.1.1");
  }

  @Test
  void listsNewestFirstInPages() {
    for (int day = 1; day <= 5; day++) {
      index.register(
          study("1." + day)
              .set(Tag.StudyDate, "DA", "2026030" + day)
              .instance("1.2." + day, "1.2.1." + day, "a")
              .build());
    }
    index.register(new PackFixture("hospital-a", "1.9").instance("1.9.1", "1.9.1.1", "x").build());
    Query page = new Query(Level.STUDY, Map.of(), Set.of(), false, false, 2, 1);
    assertThat(index.find(page))
        .extracting(match -> match.string(Tag.StudyInstanceUID).orElseThrow())
        .containsExactly("1.4", "1.3");
    assertThat(find(Level.STUDY, Map.of(), false)).last().isEqualTo("1.9");
  }

  @Test
  void saysWhichKeysItDoesNotMatchBy() {
    Query query =
        new Query(
            Level.STUDY,
            Map.of(Tag.PatientName, "x", Tag.Modality, "CT", Tag.PatientComments, "y"),
            Set.of(),
            false,
            false,
            10,
            0);
    assertThat(index.unmatchedKeys(query)).containsExactly(Tag.Modality, Tag.PatientComments);
  }

  @Test
  void refusesAValueThatCannotBeMatched() {
    assertThatThrownBy(() -> find(Level.STUDY, Tag.StudyDate, "yesterday"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yesterday");
  }

  @Test
  void findsInTheStudyList() {
    index.register(study("1.2").instance("1.2.1", "1.2.1.1", "a").build());
    index.register(
        new PackFixture("hospital-b", "1.3")
            .patient("TRẦN^THỊ B", "P2")
            .set(Tag.Modality, "CS", "US")
            .instance("1.3.1", "1.3.1.1", "b")
            .build());
    StudyFilter name = new StudyFilter("dat nguyen", "", "", Optional.empty(), Optional.empty());
    assertThat(list.find(name, 10, 0))
        .extracting(StudySummary::studyInstanceUid)
        .containsExactly("1.2");
    assertThat(list.count(name)).isEqualTo(1);
    StudyFilter site = new StudyFilter("", "US", "hospital-b", Optional.empty(), Optional.empty());
    StudySummary found = list.find(site, 10, 0).getFirst();
    assertThat(found.patientName()).isEqualTo("TRẦN^THỊ B");
    assertThat(found.modalities()).containsExactly("US");
    assertThat(list.sites()).containsExactly("hospital-a", "hospital-b");
    assertThat(list.modalities()).containsExactly("CT", "US");
  }

  @Test
  void storesAnInstanceOnceHoweverManyRegisterItAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<Outcome>>> registrations =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      (Callable<List<Outcome>>)
                          () ->
                              outcomes(
                                  study("1.2")
                                      .instance("1.2.1", "1.2.1.1", "a")
                                      .instance("1.2.1", "1.2.1.2", "b")
                                      .build()))
              .toList();
      long stored = 0;
      for (Future<List<Outcome>> future : threads.invokeAll(registrations)) {
        stored += future.get().stream().filter(Outcome.STORED::equals).count();
      }
      assertThat(stored).isEqualTo(2);
    }
    assertThat(index.instances("1.2", Optional.empty())).hasSize(2);
  }
}
