package org.dicomgateway.samples.bench;

import java.io.IOException;
import org.dicomgateway.samples.badline.BadLine;

/** A way from a modality to an archive, with a bad line in it. */
interface Way extends AutoCloseable {

  /** Makes ready what shall not be measured. */
  default void prepare(InstanceSet study) throws IOException, InterruptedException {}

  /** Sends a study; returns when its sender has nothing more to do. */
  void send(InstanceSet study) throws IOException, InterruptedException;

  /** Instances that can be read at the archive by now. */
  int readable() throws IOException, InterruptedException;

  BadLine line();

  @Override
  void close() throws IOException;
}
