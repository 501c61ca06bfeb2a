package org.dicomgateway.spoke.admin;

import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;

/** What a request names. */
final class Named {
  private Named() {}

  /**
   * A destination that runs.
   *
   * @throws NotHereException if there is none of that name
   */
  static Destination destination(SpokeStatus.Source source, String name) {
    Destinations running = source.destinations();
    return running
        .named(name)
        .orElseThrow(
            () ->
                new NotHereException(
                    "there is no destination '%s' that runs; there are %s"
                        .formatted(name, String.join(", ", running.names()))));
  }
}
