package org.dicomgateway.spoke.route;

/** What becomes of an instance. */
public sealed interface Decision {
  /** Why, for whoever asks later. */
  String reason();

  /** It is sent to a destination. */
  record Send(String destination, String reason) implements Decision {}
}
