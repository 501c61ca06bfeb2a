package org.dicomgateway.spoke.forward;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * Decides what goes next: what is most urgent, of that first packs that were begun, then the study
 * that waits longest. A study's first instances go at once, and so does what is live; what follows
 * within {@link Paces an interval} goes together, or as soon as it fills a pack. Thread-safe.
 */
final class PackPlanner {
  private final Queue queue;
  private final QueuedPacks packs;
  private final HeldInstances held;
  private final LineRate rate;
  private final Preparation preparation;
  private final Timeline time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final WaitingStudies waiting;
  private final Retries retries = new Retries();

  PackPlanner(
      Queue queue,
      QueuedPacks packs,
      HeldInstances held,
      LineRate rate,
      Preparation preparation,
      Timeline time) {
    this.queue = queue;
    this.packs = packs;
    this.held = held;
    this.preparation = preparation;
    this.rate = rate;
    this.time = time;
    this.waiting = new WaitingStudies(rate);
    packs.unsettled().forEach(pack -> putBack(pack, Duration.ZERO));
    reload();
  }

  /** Queues instances; returns when they are written down. */
  void enqueue(List<Routed> instances) {
    Set<Routed> held = instances.stream().filter(this::isHeld).collect(Collectors.toSet());
    lock.lock();
    try {
      queue.add(instances, held::contains).stream()
          .filter(routed -> !held.contains(routed))
          .map(Routed::backlog)
          .forEach(waiting::add);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (!held.isEmpty()) {
      preparation.queued();
    }
  }

  private boolean isHeld(Routed routed) {
    return !routed.dispatch().changes().isEmpty()
        || routed.mayBeCompressed() && preparation.wants(routed.instance());
  }

  /** Lets instances be packed that were held to be prepared. */
  void release(List<Held> instances, Preparedness as) {
    lock.lock();
    try {
      held.release(instances, as);
      instances.forEach(one -> waiting.add(one.backlog(as)));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Instances have begun to wait in other ways than {@link #enqueue}. */
  void reload() {
    lock.lock();
    try {
      waiting.refresh(queue.backlog());
      if (!retries.isEmpty()) {
        retries.refresh(packs.unsettled());
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a study back.
   *
   * @return ids of what will not be sent; what is in a pack may be
   */
  List<String> withdraw(String study) {
    lock.lock();
    try {
      List<String> ids = queue.withdraw(study);
      waiting.withdraw(study);
      return ids;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets a study be as urgent.
   *
   * @return how many instances there are
   */
  int hurry(String study, Urgency urgency) {
    lock.lock();
    try {
      int count = queue.hurry(study, urgency);
      reload();
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** A pack could not be delivered; it comes again after the pause. */
  void putBack(Pack pack, Duration pause) {
    lock.lock();
    try {
      retries.add(pack, time.nanos() + pause.toNanos());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** There may be room for what had none. */
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is something to send, and room for something as urgent. */
  void await(Predicate<Precedence> room) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (long now = time.nanos(); !isAnythingDue(room, now); now = time.nanos()) {
        time.await(changed, nanosToNextDue(now));
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isAnythingDue(Predicate<Precedence> room, long now) {
    return retries.due(room, now).isPresent() || waiting.due(room, now).isPresent();
  }

  /** Until there may be something new by the clock alone; what lacks room is woken by it. */
  private long nanosToNextDue(long now) {
    return LongStream.concat(retries.dueTimes(), waiting.dueTimes(now))
        .map(due -> due - now)
        .filter(nanos -> nanos > 0)
        .min()
        .orElse(Duration.ofHours(1).toNanos());
  }

  /** The pack to send next, if there is one and room for it. */
  Optional<Pack> poll(Predicate<Precedence> room) {
    lock.lock();
    try {
      long now = time.nanos();
      Optional<Pack> retry = retries.due(room, now);
      Optional<StudyBacklog> study = waiting.due(room, now);
      if (retry.isPresent()
          && (study.isEmpty() || !study.get().precedence().isBefore(retry.get().precedence()))) {
        retries.remove(retry.get());
        return retry;
      }
      return study.flatMap(this::plan);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Pack> plan(StudyBacklog study) {
    List<Queue.Waiting> chosen =
        PackSelection.of(
            queue.waiting(study.key(), PackSelection.MOST_INSTANCES), waiting.packs(study), rate);
    if (chosen.isEmpty()) {
      waiting.remove(study);
      return Optional.empty();
    }
    long bytes = chosen.stream().mapToLong(Queue.Waiting::bytes).sum();
    Pack pack =
        new Pack(
            PackId.next(),
            study.study(),
            time.now().truncatedTo(ChronoUnit.MILLIS),
            study.precedence(),
            chosen.stream().map(Queue.Waiting::id).sorted().toList(),
            bytes);
    packs.plan(pack);
    waiting.packed(study, chosen.size(), bytes, time.nanos());
    return Optional.of(pack);
  }
}
