package org.dicomgateway.hub.ingest;

import java.time.Instant;

/**
 * What is known of an upload before its bytes.
 *
 * @param length bytes of the whole pack, from 1
 * @param rejection why the pack cannot be taken; empty while it may
 */
record UploadDescription(
    String packId, String site, long length, Instant created, String rejection) {

  boolean isRejected() {
    return !rejection.isEmpty();
  }

  UploadDescription rejected(String reason) {
    return new UploadDescription(packId, site, length, created, reason);
  }
}
