package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.database.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a courier is handed instances and says what became of each. What it says is durable when
 * the method returns. For one thread.
 */
final class Desk implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  /** Of an instance whose refusal may be a passing one; over some minutes, then it is parked. */
  static final int MOST_TRIES = 8;

  private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

  private final Office office;
  private final Map<String, Leaving> open = new HashMap<>();

  Desk(Office office) {
    this.office = office;
  }

  /**
   * The next instance; empty if none may be sent now.
   *
   * @throws Unavailable if there is no room to change it as it has to be
   */
  Optional<Parcel> next() throws Unavailable, InterruptedException {
    for (Optional<Waiting> waiting = office.outbox().poll();
        waiting.isPresent();
        waiting = office.outbox().poll()) {
      Optional<Parcel> parcel = parcel(waiting.get());
      if (parcel.isPresent()) {
        return parcel;
      }
    }
    return Optional.empty();
  }

  private Optional<Parcel> parcel(Waiting waiting) throws Unavailable, InterruptedException {
    open.put(waiting.id(), Leaving.NOTHING);
    try {
      Leaving leaving = office.contents().leaving(waiting);
      open.put(waiting.id(), leaving);
      return Optional.of(new Parcel(waiting, leaving, office.flow()));
    } catch (UnreadableException e) {
      log.warn(
          "instance {} for {} is parked: {}", waiting.id(), office.destination(), e.getMessage());
      settle(
          waiting.id(), () -> office.queue().parked(waiting.id(), Instant.now(), e.getMessage()));
      return Optional.empty();
    } catch (IOException e) {
      requireNoInterrupt(e);
      throw Unavailable.down("it cannot be changed as the routes say: " + e.getMessage(), e);
    }
  }

  /** Waits for the next instance; empty if none comes in time. */
  Optional<Parcel> await(Duration patience) throws Unavailable, InterruptedException {
    return office.outbox().await(patience) ? next() : Optional.empty();
  }

  /** Of what kinds the instances are that wait, those of the ones that go next first. */
  List<Kind> kinds(int most) {
    return office.queue().kinds(Instant.now(), most);
  }

  /** Lets an instance wait as if it had not been handed out. */
  void putBack(Parcel parcel) {
    takeBack(parcel.id());
  }

  /**
   * The destination has it.
   *
   * @param note what it says of it; else empty
   */
  void delivered(Parcel parcel, String note) throws InterruptedException {
    office.reachability().works();
    settle(parcel.id(), () -> office.queue().delivered(parcel.id(), parcel.handedOut(), note));
    office.metrics().delivered(parcel.instance());
  }

  /** It is not taken as it is, or cannot leave, however often it is tried. */
  void parked(Parcel parcel, String reason) throws InterruptedException {
    office.reachability().works();
    park(parcel, reason);
  }

  private void park(Parcel parcel, String reason) throws InterruptedException {
    log.warn(
        "instance {} of study {} for {} is parked: {}",
        parcel.sopInstanceUid(),
        parcel.instance().identity().studyInstanceUid(),
        office.destination(),
        reason);
    settle(parcel.id(), () -> office.queue().parked(parcel.id(), parcel.handedOut(), reason));
  }

  /**
   * The destination may take it later, and others now.
   *
   * @param asked how long it asked to wait; zero if it did not
   */
  void later(Parcel parcel, String reason, Duration asked) throws InterruptedException {
    office.metrics().retried();
    log.info("instance {} later to {}: {}", parcel.sopInstanceUid(), office.destination(), reason);
    Duration pause = office.backoff().pause(parcel.waiting().attempts() + 1, asked);
    settle(
        parcel.id(),
        () ->
            office
                .queue()
                .failed(parcel.id(), parcel.handedOut(), reason, Instant.now().plus(pause)));
  }

  /** The destination failed on it, for a reason that may pass or not: some more tries will show. */
  void failed(Parcel parcel, String reason) throws InterruptedException {
    office.reachability().works();
    int tries = parcel.waiting().attempts() + 1;
    if (tries < MOST_TRIES) {
      later(parcel, reason, Duration.ZERO);
    } else {
      park(parcel, "%s, after %d tries".formatted(reason, tries));
    }
  }

  /** The queue's disk may be full: what was acknowledged must not be forgotten for that. */
  private void settle(String id, Runnable work) throws InterruptedException {
    while (true) {
      try {
        work.run();
        takeBack(id);
        return;
      } catch (DatabaseException e) {
        log.error("{}; trying again", e.getMessage());
        Thread.sleep(DATABASE_RETRY);
      }
    }
  }

  /** An interrupted read fails, too, and says nothing of the file. */
  static void requireNoInterrupt(IOException e) throws InterruptedException {
    if (Thread.currentThread().isInterrupted() || e instanceof ClosedByInterruptException) {
      throw new InterruptedException("stopped");
    }
  }

  private void takeBack(String id) {
    Leaving leaving = open.remove(id);
    if (leaving != null) {
      leaving.close();
      office.outbox().takeBack(id);
    }
  }

  /** What was not spoken of waits again. */
  @Override
  public void close() {
    Set.copyOf(open.keySet()).forEach(this::takeBack);
  }
}
