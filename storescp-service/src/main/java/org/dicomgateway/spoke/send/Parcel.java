package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * An instance that a courier was handed.
 *
 * @param leaving good until the desk was told what became of it
 * @param handedOut when
 */
record Parcel(Waiting waiting, Leaving leaving, Flow flow, Instant handedOut) {
  Parcel(Waiting waiting, Leaving leaving, Flow flow) {
    this(waiting, leaving, flow, Instant.now());
  }

  String id() {
    return waiting.id();
  }

  /** As it was received. */
  SpooledInstance instance() {
    return leaving.instance();
  }

  String sopInstanceUid() {
    return instance().identity().sopInstanceUid();
  }

  Kind kind() {
    return Kind.of(instance());
  }

  /** Bytes of its Part 10 file as it leaves. */
  long length() {
    return leaving.length();
  }

  /**
   * Its Part 10 file as it leaves, to look into; the caller closes. What goes wrong with it is an
   * {@link UnreadableException}.
   */
  InputStream look() throws IOException {
    return new LeavingStream(leaving.file());
  }

  /** Its Part 10 file as it leaves, at the pace at which it may go; the caller closes. */
  InputStream send() throws IOException {
    return flow.paced(look(), waiting.urgency());
  }
}
