package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.hub.testhub.CountingStore;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real studies as a reader uses them: a CT is scrolled, a cine plays, a report is read. */
class StudiesInOhifIT {
  @RegisterExtension static final Viewer VIEWER = new Viewer();

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
    VIEWER.hub().add("song-lam", files);
    try (OhifPage ohif = VIEWER.open(uid(files, Tag.StudyInstanceUID))) {
      assertThat(ohif.scrollThrough(uid(files, Tag.SeriesInstanceUID), 11)).hasSize(11);
      assertThat(ohif.foreignRequests()).isEmpty();
    }
  }

  private void plays(List<Path> files) throws Exception {
    VIEWER.hub().add("song-lam", files);
    try (OhifPage ohif = VIEWER.open(uid(files, Tag.StudyInstanceUID))) {
      ohif.shown(uid(files, Tag.SeriesInstanceUID));
      assertThat(ohif.play(8)).hasSizeGreaterThanOrEqualTo(8);
    }
  }

  /** OHIF leaves the document to the browser, in an object that asks for the rendered resource. */
  private void showsPdf(List<Path> files) throws Exception {
    VIEWER.hub().add("song-lam", files);
    try (Page page = VIEWER.chromium().context(1400, 900, "en-US").newPage()) {
      page.setDefaultTimeout(60_000);
      VIEWER.hub().takeReads();
      page.navigate(
          VIEWER.hub().address() + "/viewer?StudyInstanceUIDs=" + uid(files, Tag.StudyInstanceUID));
      page.waitForSelector("object[type='application/pdf']");
      List<CountingStore.Read> document = VIEWER.hub().takeReads();
      for (int look = 0; look < 100 && document.isEmpty(); look++) {
        page.waitForTimeout(100);
        document = VIEWER.hub().takeReads();
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
