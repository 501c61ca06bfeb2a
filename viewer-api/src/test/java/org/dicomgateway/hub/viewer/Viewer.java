package org.dicomgateway.hub.viewer;

import org.dicomgateway.hub.testhub.TestHub;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A hub that holds nothing yet, and a browser to look at it with, for the tests of a class. */
final class Viewer implements BeforeAllCallback, AfterAllCallback {
  private TestHub hub;
  private Chromium chromium;

  @Override
  public void beforeAll(ExtensionContext tests) {
    hub = TestHub.start();
    chromium = Chromium.start();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    if (chromium != null) {
      chromium.close();
    }
    if (hub != null) {
      hub.close();
    }
  }

  TestHub hub() {
    return hub;
  }

  Chromium chromium() {
    return chromium;
  }

  /** A study of the hub in OHIF. */
  OhifPage open(String study) {
    return OhifPage.open(chromium, hub.address(), study);
  }
}
