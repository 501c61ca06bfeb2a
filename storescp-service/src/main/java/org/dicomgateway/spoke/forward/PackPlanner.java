package org.dicomgateway.spoke.forward;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.destination.Urgency;

/**
 * Decides what goes next: what is most urgent, of that first packs that were begun, then the study
 * that waits longest. A study's first instances go at once, and so does what is live; what follows
 * within {@link #INTERVAL} goes together, or as soon as it fills a pack. Thread-safe.
 */
final class PackPlanner {
  /** Longer, and readers wait; shorter, and a CT becomes hundreds of objects at the hub. */
  static final Duration INTERVAL = Duration.ofSeconds(2);

  private static final Duration STAT_INTERVAL = Duration.ofMillis(500);

  /** Keeps what a pack's metadata takes of the memory in bounds. */
  static final int MOST_INSTANCES = 500;

  /**
   * So many packs of a study are a thin selection through its series, then comes the rest; counted
   * anew when more has come, which none of them could choose from.
   */
  private static final int THIN_PACKS = 3;

  private record Retry(Pack pack, long due) {}

  /** How a study's packs followed each other. */
  private record Pace(int packs, long last) {
    static final Pace NONE = new Pace(0, 0);

    Pace withMoreToChooseFrom() {
      return new Pace(Math.min(packs, 1), last);
    }
  }

  private final Queue queue;
  private final QueuedPacks packs;
  private final HeldInstances held;
  private final LineRate rate;
  private final Preparation preparation;
  private final Timeline time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<StudyBacklog.Key, StudyBacklog> waiting = new LinkedHashMap<>();
  private final List<Retry> retries = new ArrayList<>();
  private final Map<String, Pace> paces =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
          return size() > 10_000;
        }
      };

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
          .forEach(this::waits);
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
      instances.forEach(one -> waits(one.backlog(as)));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void waits(StudyBacklog one) {
    waiting.merge(one.key(), one, StudyBacklog::plus);
    paces.computeIfPresent(one.study(), (_, pace) -> pace.withMoreToChooseFrom());
  }

  /** Instances have begun to wait in other ways than {@link #enqueue}. */
  void reload() {
    lock.lock();
    try {
      waiting.clear();
      queue.backlog().forEach(backlog -> waiting.put(backlog.key(), backlog));
      if (!retries.isEmpty()) {
        reloadRetries();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** They may have become more urgent. */
  private void reloadRetries() {
    Map<String, Pack> now =
        packs.unsettled().stream().collect(Collectors.toMap(Pack::id, Function.identity()));
    retries.replaceAll(
        retry -> new Retry(now.getOrDefault(retry.pack().id(), retry.pack()), retry.due()));
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
      waiting.keySet().removeIf(key -> key.study().equals(study));
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
      retries.add(new Retry(pack, time.nanos() + pause.toNanos()));
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
        time.await(changed, nextDue(now) - now);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isAnythingDue(Predicate<Precedence> room, long now) {
    return dueRetry(room, now).isPresent() || dueStudy(room, now).isPresent();
  }

  /** The pack to send next, if there is one and room for it. */
  Optional<Pack> poll(Predicate<Precedence> room) {
    lock.lock();
    try {
      long now = time.nanos();
      Optional<Retry> retry = dueRetry(room, now);
      Optional<StudyBacklog> study = dueStudy(room, now);
      if (retry.isPresent()
          && (study.isEmpty()
              || !study.get().precedence().isBefore(retry.get().pack().precedence()))) {
        retries.remove(retry.get());
        return Optional.of(retry.get().pack());
      }
      return study.flatMap(this::plan);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Retry> dueRetry(Predicate<Precedence> room, long now) {
    return retries.stream()
        .filter(retry -> retry.due() - now <= 0 && room.test(retry.pack().precedence()))
        .min(Comparator.comparing(retry -> retry.pack().precedence()));
  }

  /** Of those as urgent the first is the one that waits longest. */
  private Optional<StudyBacklog> dueStudy(Predicate<Precedence> room, long now) {
    return waiting.values().stream()
        .filter(study -> dueAt(study, now) - now <= 0 && room.test(study.precedence()))
        .min(Comparator.comparing(StudyBacklog::precedence));
  }

  /** When there may be something new by the clock alone; what lacks room is woken by it. */
  private long nextDue(long now) {
    return Stream.concat(
            retries.stream().map(Retry::due),
            waiting.values().stream().map(study -> dueAt(study, now)))
        .filter(due -> due - now > 0)
        .min(Comparator.comparingLong(due -> due - now))
        .orElse(now + Duration.ofHours(1).toNanos());
  }

  private long dueAt(StudyBacklog study, long now) {
    Pace pace = paces.get(study.study());
    boolean full = study.bytes() >= rate.pack() || study.instances() >= MOST_INSTANCES;
    if (pace == null || full || study.hasLoners() || study.precedence().live()) {
      return now;
    }
    boolean stat = study.precedence().urgency() == Urgency.STAT;
    return pace.last() + (stat ? STAT_INTERVAL : INTERVAL).toNanos();
  }

  private Optional<Pack> plan(StudyBacklog study) {
    Pace pace = paces.getOrDefault(study.study(), Pace.NONE);
    List<Queue.Waiting> chosen = choose(queue.waiting(study.key(), MOST_INSTANCES), pace.packs());
    if (chosen.isEmpty()) {
      waiting.remove(study.key());
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
    StudyBacklog rest = study.minus(chosen.size(), bytes);
    if (rest.instances() > 0) {
      waiting.put(study.key(), rest);
    } else {
      waiting.remove(study.key());
    }
    // What had to stay behind has waited already.
    long last = rest.instances() > 0 ? time.nanos() - INTERVAL.toNanos() : time.nanos();
    paces.put(study.study(), new Pace(pace.packs() + 1, last));
    return Optional.of(pack);
  }

  /** One instance at least; then as many as fit. */
  private List<Queue.Waiting> choose(List<Queue.Waiting> candidates, int packsBefore) {
    List<Queue.Waiting> chosen = new ArrayList<>();
    Set<String> digests = new HashSet<>();
    long room = packsBefore == 0 ? rate.firstPack() : rate.pack();
    for (Queue.Waiting next : packsBefore < THIN_PACKS ? ThinFirst.of(candidates) : candidates) {
      boolean first = chosen.isEmpty();
      if (!first && (next.alone() || next.bytes() > room)) {
        break;
      }
      // A pack holds the same bytes of one instance once.
      if (digests.add(next.sop() + next.sha256())) {
        chosen.add(next);
        room -= next.bytes();
      }
      if (next.alone()) {
        break;
      }
    }
    return chosen;
  }
}
