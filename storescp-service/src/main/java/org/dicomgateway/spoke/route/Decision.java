package org.dicomgateway.spoke.route;

import org.dicomgateway.spoke.forward.Urgency;

/** What becomes of an instance. */
public sealed interface Decision {
  /** Why, for whoever asks later. */
  String reason();

  /** It is sent to a destination. */
  record Send(String destination, Urgency urgency, String reason) implements Decision {}
}
