package org.dicomgateway.hub.testsite;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a whole hub as one of its sites meets it; each has a hub of its own. */
public abstract class SiteTest {
  /** The hub's folder. */
  @TempDir protected Path data;

  /** What is sent is made here. */
  @TempDir protected Path files;

  protected WholeHub hub;
  protected TusClient site;

  @BeforeEach
  void start() throws IOException {
    hub = new WholeHub(data);
    site = hub.site("hospital-a");
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
    hub.close();
  }
}
