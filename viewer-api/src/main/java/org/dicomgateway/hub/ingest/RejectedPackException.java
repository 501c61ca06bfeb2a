package org.dicomgateway.hub.ingest;

import java.io.IOException;
import org.dicomgateway.pack.PackedInstance;

/** A pack whose bytes are not what they claim; sending them again will not help. */
final class RejectedPackException extends IOException {
  RejectedPackException(String reason) {
    super(reason);
  }

  RejectedPackException(PackedInstance instance, String reason) {
    super("instance %s: %s".formatted(instance.sopInstanceUid(), reason));
  }

  static RejectedPackException differs(
      PackedInstance instance, String what, Object found, Object claimed) {
    return new RejectedPackException(
        instance, "%s is %s, the manifest says %s".formatted(what, found, claimed));
  }
}
