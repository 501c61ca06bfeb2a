package org.dicomgateway.spoke.destination;

import java.util.List;
import java.util.Set;

/**
 * Whoever sends to destinations, and has to be told of changes. Implementations are thread-safe.
 */
public interface DestinationUsers {
  /** Rules that send to a destination, by name. */
  List<String> rulesTo(String destination);

  /** Names of all to which something goes, or would if it were released. */
  Set<String> sentTo();

  /** Nothing goes to a destination any more; what it has not got is kept, to be sent elsewhere. */
  void withdraw(Destination destination);

  /** Likewise of one that cannot be asked what it has got: what went nowhere else is kept. */
  void withdrawUnknown(String destination);

  /** There are other destinations, or others behind their names: what they lack is handed out. */
  void changed();
}
