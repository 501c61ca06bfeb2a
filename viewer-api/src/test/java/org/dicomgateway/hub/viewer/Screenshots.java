package org.dicomgateway.hub.viewer;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.hub.testhub.TestHub;

/**
 * Makes the pictures of {@code docs/images} from generated studies:
 *
 * <pre>
 * samples generate --out STUDIES --studies 9
 * Screenshots STUDIES docs/images     (with this module's test class path)
 * </pre>
 */
final class Screenshots {
  private static final List<String> SITES =
      List.of("bv-song-lam", "bv-muong-son", "tt-hon-ngoc", "bv-dong-sen");
  private static final int WIDE = 1400;
  private static final int NARROW = 390;

  private final Path images;
  private final TestHub hub;
  private final Chromium chromium;

  private Screenshots(Path images, TestHub hub, Chromium chromium) {
    this.images = images;
    this.hub = hub;
    this.chromium = chromium;
  }

  public static void main(String[] arguments) throws Exception {
    try (TestHub hub = TestHub.start();
        Chromium chromium = Chromium.start()) {
      Screenshots screenshots =
          new Screenshots(Files.createDirectories(Path.of(arguments[1])), hub, chromium);
      Map<String, String> studies = add(hub, Path.of(arguments[0]));
      screenshots.list("study-list", WIDE, "vi-VN");
      screenshots.list("study-list-en", WIDE, "en-US");
      screenshots.list("study-list-phone", NARROW, "vi-VN");
      screenshots.viewer("viewer-ct", studies.get("CT"), 40);
      screenshots.viewer("viewer-us", studies.get("US"), 30);
    }
    System.exit(0);
  }

  /** The first study of each modality. */
  private static Map<String, String> add(TestHub hub, Path folder) throws IOException {
    Map<String, String> studies = new TreeMap<>();
    List<Path> folders;
    try (var listing = Files.list(folder)) {
      folders = listing.sorted().toList();
    }
    for (int i = 0; i < folders.size(); i++) {
      try (var files = Files.list(folders.get(i))) {
        List<Path> study = files.sorted().toList();
        hub.add(SITES.get(i % SITES.size()), study);
        var dataSet = Part10.read(study.getFirst(), ReadOptions.WHOLE).dataSet();
        studies.putIfAbsent(
            dataSet.string(Tag.Modality).orElseThrow(),
            dataSet.string(Tag.StudyInstanceUID).orElseThrow());
      }
    }
    return studies;
  }

  private void list(String name, int width, String language) {
    try (BrowserContext context = chromium.context(width, 860, language)) {
      Page page = context.newPage();
      page.navigate(hub.address() + "/");
      save(page, name);
    }
  }

  private void viewer(String name, String study, int scrolled) {
    try (OhifPage ohif = OhifPage.open(chromium, hub.address(), study)) {
      for (int step = 0; step < scrolled; step++) {
        ohif.scroll();
      }
      ohif.page().waitForTimeout(3000);
      save(ohif.page(), name);
    }
  }

  private void save(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(images.resolve(name + ".png")));
  }
}
