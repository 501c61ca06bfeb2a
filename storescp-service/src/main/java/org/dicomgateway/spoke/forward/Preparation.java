package org.dicomgateway.spoke.forward;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * The station before: makes instances smaller while they wait, and changes their attributes as
 * rules say. What it makes is derived; without it an instance goes as it was received, or waits
 * until it is made again if it has to be changed. Implementations are thread-safe.
 */
public interface Preparation {
  /** Nothing is prepared. */
  Preparation NONE =
      new Preparation() {
        @Override
        public boolean wants(SpooledInstance instance) {
          return false;
        }

        @Override
        public void queued() {}

        @Override
        public Optional<PreparedFile> prepared(String id) {
          return Optional.empty();
        }

        @Override
        public boolean discard(Collection<String> ids) {
          return false;
        }
      };

  /** Whether an instance that no rule changes is to wait until the queue is told to release it. */
  boolean wants(SpooledInstance instance);

  /** Begins to prepare what is held in this queue; called before anything of it is sent. */
  default void start(HeldQueue queue) {}

  /** Stops at once; what is held then is prepared after the next start. */
  default void close() {}

  /** What was wanted is written down in the queue. */
  void queued();

  /** What to send in an instance's place; empty if it goes as it was received. */
  Optional<PreparedFile> prepared(String id);

  /**
   * Deletes prepared files: the instances are delivered, or are to go as they were received.
   *
   * @return whether there were any
   */
  boolean discard(Collection<String> ids);

  /** Likewise of one. */
  default boolean discard(String id) {
    return discard(List.of(id));
  }
}
