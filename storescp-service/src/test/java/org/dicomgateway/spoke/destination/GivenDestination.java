package org.dicomgateway.spoke.destination;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** A destination in memory: what it accepts waits until a test says that it is delivered. */
public final class GivenDestination implements Destination {
  private final String name;
  private final Map<String, SpooledInstance> accepted = new LinkedHashMap<>();
  private final Map<String, Dispatch> dispatches = new HashMap<>();
  private final Map<String, Instant> delivered = new HashMap<>();
  private final Set<String> sending = new HashSet<>();
  private final Set<String> withdrawn = new HashSet<>();

  public GivenDestination(String name) {
    this.name = name;
  }

  /** Has it deliver. */
  public synchronized void deliver(Collection<String> ids, Instant when) {
    ids.forEach(id -> delivered.put(id, when));
  }

  /** Has it send, what can no longer be held up. */
  public synchronized void send(Collection<String> ids) {
    sending.addAll(ids);
  }

  /** Loses what it knew, as a disk does that lost its last writes. */
  public synchronized void lose(String id) {
    accepted.remove(id);
    delivered.remove(id);
    sending.remove(id);
    withdrawn.remove(id);
  }

  /** How it was told to send an instance. */
  public synchronized Dispatch dispatch(String id) {
    return dispatches.get(id);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {}

  @Override
  public synchronized void accept(SpooledInstance instance, Dispatch dispatch) {
    withdrawn.remove(instance.id());
    if (accepted.putIfAbsent(instance.id(), instance) == null) {
      dispatches.put(instance.id(), dispatch);
    }
  }

  @Override
  public synchronized Set<String> known() {
    Set<String> known = new TreeSet<>(accepted.keySet());
    known.removeIf(id -> withdrawn.contains(id) && !delivered.containsKey(id));
    return known;
  }

  @Override
  public synchronized Map<String, Instant> delivered(Collection<String> ids) {
    return delivered.entrySet().stream()
        .filter(one -> ids.contains(one.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public synchronized Set<String> underWay(Collection<String> ids) {
    return ids.stream()
        .filter(id -> accepted.containsKey(id) && !delivered.containsKey(id))
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized void withdraw(String studyInstanceUid) {
    List<String> its =
        accepted.values().stream()
            .filter(one -> one.identity().studyInstanceUid().equals(studyInstanceUid))
            .map(SpooledInstance::id)
            .filter(id -> !delivered.containsKey(id))
            .toList();
    for (String id : its) {
      if (sending.contains(id)) {
        withdrawn.add(id);
      } else {
        lose(id);
      }
    }
  }

  @Override
  public synchronized int hurry(String studyInstanceUid, Urgency urgency) {
    int count = 0;
    for (SpooledInstance instance : accepted.values()) {
      Dispatch before = dispatches.get(instance.id());
      if (instance.identity().studyInstanceUid().equals(studyInstanceUid)
          && !delivered.containsKey(instance.id())) {
        dispatches.put(
            instance.id(),
            new Dispatch(urgency, before.compressing(), before.changes(), before.reason()));
        count++;
      }
    }
    return count;
  }

  @Override
  public synchronized void forget(Collection<String> ids) {
    ids.forEach(this::lose);
  }

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public Limits limit(Limits limits) {
    return Limits.NONE;
  }

  @Override
  public int retry(ParkedFilter filter) {
    return 0;
  }

  @Override
  public synchronized DestinationStatus status() {
    Amount waiting = new Amount(accepted.size() - delivered.size(), 0);
    return new DestinationStatus(
        name,
        "given",
        "memory",
        new Health(Health.State.UP, Instant.EPOCH, ""),
        List.of(),
        0,
        Map.of(
            DeliveryState.WAITING,
            waiting,
            DeliveryState.SENDING,
            Amount.NONE,
            DeliveryState.DELIVERED,
            new Amount(delivered.size(), 0),
            DeliveryState.PARKED,
            Amount.NONE),
        Optional.empty());
  }

  @Override
  public List<QueuedStudy> studies() {
    return List.of();
  }

  @Override
  public List<Parked> parked() {
    return List.of();
  }

  @Override
  public List<InstanceProgress> trace(String studyInstanceUid) {
    return List.of();
  }

  @Override
  public Probe test() {
    return Probe.reached("memory");
  }

  @Override
  public void close() {}
}
