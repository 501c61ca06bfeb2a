package org.dicomgateway.hub.reading;

import java.io.IOException;
import java.io.InputStream;

/** Frames of one instance in one encoding. */
@FunctionalInterface
interface FrameSource {
  /**
   * Opens a frame; the caller closes.
   *
   * @param frame from 1
   */
  InputStream open(int frame) throws IOException;
}
