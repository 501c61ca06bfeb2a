package org.dicomgateway.spoke.forward;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dicomgateway.pack.PackId;

/**
 * Decides what goes next: first packs that were begun, then the study that waits longest. A study's
 * first instance goes at once; what follows within {@link #INTERVAL} goes together, or as soon as
 * it fills a piece of the line. Thread-safe.
 */
final class PackPlanner {
  /** Longer, and a live image waits; shorter, and a CT becomes hundreds of objects at the hub. */
  static final Duration INTERVAL = Duration.ofSeconds(2);

  /** Keeps what a pack's metadata takes of the memory in bounds. */
  static final int MOST_INSTANCES = 500;

  private record Retry(Pack pack, long due) {}

  private final Queue queue;
  private final LineRate rate;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, StudyBacklog> waiting = new LinkedHashMap<>();
  private final Map<String, Long> lastPlanned =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > 10_000;
        }
      };
  private final PriorityQueue<Retry> retries =
      new PriorityQueue<>(Comparator.comparingLong(Retry::due));

  PackPlanner(Queue queue, LineRate rate) {
    this.queue = queue;
    this.rate = rate;
    queue.packs().forEach(pack -> putBack(pack, Duration.ZERO));
    reload();
  }

  /** Queues instances; returns when they are written down. */
  void enqueue(List<Routed> instances) {
    lock.lock();
    try {
      queue.add(instances);
      for (Routed routed : instances) {
        String study = routed.instance().identity().studyInstanceUid();
        long bytes = routed.instance().length();
        waiting.merge(
            study, new StudyBacklog(study, 1, bytes, false), (was, _) -> was.plus(1, bytes));
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Instances have begun to wait in other ways than {@link #enqueue}. */
  void reload() {
    lock.lock();
    try {
      waiting.clear();
      queue.backlog().forEach(backlog -> waiting.put(backlog.study(), backlog));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A pack could not be delivered; it comes again after the pause. */
  void putBack(Pack pack, Duration pause) {
    lock.lock();
    try {
      retries.add(new Retry(pack, System.nanoTime() + pause.toNanos()));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The pack to send next; waits until there is one. */
  Pack next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        long now = System.nanoTime();
        if (!retries.isEmpty() && retries.peek().due() <= now) {
          return retries.poll().pack();
        }
        Optional<StudyBacklog> due =
            waiting.values().stream().filter(study -> dueAt(study, now) <= now).findFirst();
        if (due.isEmpty()) {
          changed.awaitNanos(nextDue(now) - now);
          continue;
        }
        Optional<Pack> pack = plan(due.get());
        if (pack.isPresent()) {
          return pack.get();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private long nextDue(long now) {
    long next = now + Duration.ofHours(1).toNanos();
    if (!retries.isEmpty()) {
      next = Math.min(next, retries.peek().due());
    }
    for (StudyBacklog study : waiting.values()) {
      next = Math.min(next, dueAt(study, now));
    }
    return next;
  }

  private long dueAt(StudyBacklog study, long now) {
    Long last = lastPlanned.get(study.study());
    boolean full = study.bytes() >= rate.piece() || study.instances() >= MOST_INSTANCES;
    return last == null || full || study.hasLoners() ? now : last + INTERVAL.toNanos();
  }

  private Optional<Pack> plan(StudyBacklog study) {
    List<Queue.Waiting> chosen = choose(queue.waiting(study.study(), MOST_INSTANCES));
    if (chosen.isEmpty()) {
      waiting.remove(study.study());
      return Optional.empty();
    }
    Pack pack =
        new Pack(
            PackId.next(),
            study.study(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            chosen.stream().map(Queue.Waiting::id).toList());
    queue.plan(pack);
    lastPlanned.put(study.study(), System.nanoTime());
    long bytes = chosen.stream().mapToLong(Queue.Waiting::length).sum();
    StudyBacklog rest = study.plus(-chosen.size(), -bytes);
    if (rest.instances() > 0) {
      waiting.put(study.study(), rest);
    } else {
      waiting.remove(study.study());
    }
    return Optional.of(pack);
  }

  /** One instance at least; then as many as the line carries in a few seconds. */
  private List<Queue.Waiting> choose(List<Queue.Waiting> candidates) {
    List<Queue.Waiting> chosen = new ArrayList<>();
    Set<String> digests = new HashSet<>();
    long room = rate.piece();
    for (Queue.Waiting candidate : candidates) {
      boolean first = chosen.isEmpty();
      if (!first && (candidate.alone() || candidate.length() > room)) {
        break;
      }
      // A pack holds the same bytes of one instance once.
      if (digests.add(candidate.sop() + candidate.sha256())) {
        chosen.add(candidate);
        room -= candidate.length();
      }
      if (candidate.alone()) {
        break;
      }
    }
    return chosen;
  }
}
