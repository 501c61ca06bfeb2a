package org.dicomgateway.spoke.destination;

import java.util.List;

/**
 * Whoever sends to destinations, and has to be told of changes. Implementations are thread-safe.
 */
public interface DestinationUsers {
  /** Rules that send to a destination, by name. */
  List<String> rulesTo(String destination);

  /** Nothing goes to a destination any more; what it has not got is kept, to be sent elsewhere. */
  void withdraw(Destination destination);

  /** There are other destinations, or others behind their names: what they lack is handed out. */
  void changed();
}
