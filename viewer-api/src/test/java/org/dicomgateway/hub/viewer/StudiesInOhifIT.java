package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.hub.testhub.CountingStore;
import org.dicomgateway.hub.testhub.TestHub;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real studies as a reader uses them: a CT is scrolled, a cine plays, a report is read. */
class StudiesInOhifIT {
  private static TestHub hub;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    hub = TestHub.start();
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    hub.close();
  }

  @TestFactory
  Stream<DynamicTest> opensRealStudies() {
    return Stream.of(
            test("ct/cptac-pda-ge-revolution", "the CT scrolls", this::scrolls),
            test("us/sonosite-cine-jpeg-baseline", "the cine plays", this::plays),
            test("variety/encapsulated-pdf", "the PDF is shown", this::showsPdf))
        .flatMap(List::stream);
  }

  private interface Check {
    void run(List<Path> files) throws Exception;
  }

  private static List<DynamicTest> test(String folder, String name, Check check) {
    List<Path> files = RealData.files(folder);
    return files.isEmpty()
        ? List.of()
        : List.of(DynamicTest.dynamicTest(name, () -> check.run(files)));
  }

  private void scrolls(List<Path> files) throws Exception {
    hub.add("song-lam", files);
    try (OhifPage ohif = OhifPage.open(chromium, hub.address(), uid(files, Tag.StudyInstanceUID))) {
      Set<Drawing> seen = new HashSet<>();
      seen.add(ohif.shown(uid(files, Tag.SeriesInstanceUID)));
      for (int step = 0; step < 10; step++) {
        String before = ohif.position();
        ohif.scroll();
        ohif.waitForPositionAfter(before);
        seen.add(ohif.shown(uid(files, Tag.SeriesInstanceUID)));
      }
      assertThat(seen).hasSize(11);
      assertThat(ohif.foreignRequests()).isEmpty();
    }
  }

  private void plays(List<Path> files) throws Exception {
    hub.add("song-lam", files);
    try (OhifPage ohif = OhifPage.open(chromium, hub.address(), uid(files, Tag.StudyInstanceUID))) {
      ohif.shown(uid(files, Tag.SeriesInstanceUID));
      ohif.page().locator("[data-cy=cine-player-play-pause]").first().click();
      Set<Drawing> seen = new HashSet<>();
      for (int look = 0; look < 100 && seen.size() < 8; look++) {
        seen.add(ohif.drawn());
        ohif.page().waitForTimeout(100);
      }
      assertThat(seen).hasSizeGreaterThanOrEqualTo(8);
    }
  }

  /** OHIF leaves the document to the browser, in an object that asks for the rendered resource. */
  private void showsPdf(List<Path> files) throws Exception {
    hub.add("song-lam", files);
    try (Page page = chromium.context(1400, 900, "en-US").newPage()) {
      page.setDefaultTimeout(60_000);
      hub.takeReads();
      page.navigate(
          hub.address() + "/viewer?StudyInstanceUIDs=" + uid(files, Tag.StudyInstanceUID));
      page.waitForSelector("object[type='application/pdf']");
      List<CountingStore.Read> document = hub.takeReads();
      for (int look = 0; look < 100 && document.isEmpty(); look++) {
        page.waitForTimeout(100);
        document = hub.takeReads();
      }
      assertThat(document).as("reads of the document").isNotEmpty();
      assertThat(page.getByText("No online PDF viewer installed").isVisible()).isFalse();
    }
  }

  private static String uid(List<Path> files, int tag) {
    try {
      return Part10.read(files.getFirst(), ReadOptions.WHOLE).dataSet().string(tag).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
