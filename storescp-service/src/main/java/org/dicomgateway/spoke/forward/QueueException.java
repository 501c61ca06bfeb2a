package org.dicomgateway.spoke.forward;

import java.sql.SQLException;

/** The queue's database does not work: its disk is full or broken. What is spooled stays safe. */
final class QueueException extends RuntimeException {
  QueueException(SQLException cause) {
    super("queue.db: " + cause.getMessage(), cause);
  }
}
