package org.dicomgateway.hub.ingest;

import java.util.Locale;
import org.dicomgateway.transfer.Receipt;
import org.dicomgateway.transfer.Receipt.Outcome;

/** How a pack's instances fared, in words: {@code 100 instances (98 stored, 2 conflict)}. */
final class Outcomes {
  private Outcomes() {}

  static String of(Receipt receipt) {
    StringBuilder counts = new StringBuilder();
    for (Outcome outcome : Outcome.values()) {
      long count =
          receipt.instances().stream().filter(instance -> instance.outcome() == outcome).count();
      if (count > 0) {
        counts.append(counts.isEmpty() ? "" : ", ").append(count).append(' ');
        counts.append(outcome.name().toLowerCase(Locale.ROOT));
      }
    }
    return "%d instances (%s)".formatted(receipt.instances().size(), counts);
  }
}
