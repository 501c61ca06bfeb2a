package org.dicomgateway.hub.viewer;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The viewer in a browser, as a reader has it before them. */
public final class OhifPage implements AutoCloseable {
  private static final double PATIENCE = 60_000;

  /** Without the tour that would lie over the images, and with an ear for failures. */
  private static final String BEFORE_LOAD =
      """
      localStorage.setItem('shownTours', '["basicViewerTour"]');
      window.failedImages = [];
      const listen = setInterval(() => {
        if (window.cornerstone && window.cornerstone.eventTarget) {
          clearInterval(listen);
          window.cornerstone.eventTarget.addEventListener('CORNERSTONE_IMAGE_LOAD_FAILED',
            event => window.failedImages.push(String(event.detail.imageId)));
        }
      }, 5);
      """;

  private static final String SHOW =
      """
      series => {
        const { displaySetService, viewportGridService } = window.services;
        const displaySet = displaySetService.getActiveDisplaySets()
          .find(each => each.SeriesInstanceUID === series);
        if (!displaySet) return false;
        viewportGridService.setDisplaySetsForViewports([{
          viewportId: viewportGridService.getActiveViewportId(),
          displaySetInstanceUIDs: [displaySet.displaySetInstanceUID],
        }]);
        return true;
      }
      """;

  /** The image that is really on the screen: loaded, and of the series wanted. */
  private static final String IS_SHOWN =
      """
      series => {
        for (const engine of window.cornerstone ? window.cornerstone.getRenderingEngines() : []) {
          for (const viewport of engine.getViewports()) {
            const image = viewport.getCornerstoneImage && viewport.getCornerstoneImage();
            if (image && image.imageId.includes(series)) return true;
          }
        }
        return window.failedImages.some(id => id.includes(series));
      }
      """;

  private static final String DRAWN =
      """
      () => {
        const source = document.querySelector('.cornerstone-canvas');
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = %d;
        const context = canvas.getContext('2d');
        context.drawImage(source, 0, 0, canvas.width, canvas.height);
        return Array.from(context.getImageData(0, 0, canvas.width, canvas.height).data);
      }
      """
          .formatted(Drawing.SIDE);

  /** Which image is shown, as the viewer says: {@code I:110 (31/140)}. */
  private static final String POSITION = "[data-cy=viewport-overlay-bottom-right]";

  private final BrowserContext context;
  private final Page page;
  private final List<String> foreignRequests = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  private OhifPage(BrowserContext context, String address) {
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.addInitScript(BEFORE_LOAD);
    page.onRequest(
        request -> {
          String url = request.url();
          if (url.startsWith("http") && !url.startsWith(address)) {
            foreignRequests.add(url);
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            refusals.add(response.status() + " " + response.url());
          }
        });
  }

  /** Opens a study and waits for the image that the viewer shows first. */
  public static OhifPage open(Chromium chromium, String hubAddress, String study) {
    OhifPage ohif = new OhifPage(chromium.context(1400, 900, "en-US"), hubAddress);
    ohif.page.navigate(hubAddress + "/viewer?StudyInstanceUIDs=" + study);
    ohif.page.waitForFunction(
        "() => window.services && window.cornerstone"
            + " && window.services.displaySetService.getActiveDisplaySets().length > 0");
    ohif.page.waitForFunction(IS_SHOWN, "");
    return ohif;
  }

  public Page page() {
    return page;
  }

  /** Puts a series on the screen and waits until it is drawn. */
  public Drawing show(String series) {
    page.waitForFunction(SHOW, series);
    return shown(series);
  }

  /** Waits until a series is drawn, wherever it came from. */
  public Drawing shown(String series) {
    page.waitForFunction(IS_SHOWN, series);
    if (!failures(series).isEmpty()) {
      throw new AssertionError("OHIF could not show " + failures(series));
    }
    return settled();
  }

  private List<String> failures(String series) {
    return ((List<?>) page.evaluate("window.failedImages"))
        .stream().map(String::valueOf).filter(id -> id.contains(series)).toList();
  }

  /** What is drawn once two looks in a row see the same. */
  private Drawing settled() {
    Drawing before = drawn();
    for (int look = 0; look < 100; look++) {
      page.waitForTimeout(120);
      Drawing now = drawn();
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
    throw new AssertionError("the picture never came to rest");
  }

  /** What is on the screen now. */
  public Drawing drawn() {
    return Drawing.of((List<?>) page.evaluate(DRAWN));
  }

  /** Turns the wheel over the image by one image, and waits until the viewer has gone there. */
  public void scroll() {
    String before = page.locator(POSITION).first().innerText();
    page.locator(".cornerstone-canvas").first().hover();
    page.mouse().wheel(0, 100);
    page.waitForFunction(
        "before => document.querySelector('%s').innerText !== before".formatted(POSITION), before);
  }

  /** The pictures of so many images of a series, from the one on the screen; equal ones are one. */
  Set<Drawing> scrollThrough(String series, int images) {
    Set<Drawing> seen = new HashSet<>();
    seen.add(shown(series));
    for (int image = 1; image < images; image++) {
      scroll();
      seen.add(shown(series));
    }
    return seen;
  }

  /** Starts a clip and looks on until it has shown so many pictures, or for ten seconds. */
  Set<Drawing> play(int pictures) {
    page.locator("[data-cy=cine-player-play-pause]").first().click();
    Set<Drawing> seen = new HashSet<>();
    for (int look = 0; look < 100 && seen.size() < pictures; look++) {
      seen.add(drawn());
      page.waitForTimeout(100);
    }
    return seen;
  }

  /** Addresses of other hosts that were asked for anything. */
  public List<String> foreignRequests() {
    return foreignRequests;
  }

  /** Requests that the hub would not answer, with its status. */
  List<String> refusals() {
    return refusals;
  }

  @Override
  public void close() {
    context.close();
  }
}
