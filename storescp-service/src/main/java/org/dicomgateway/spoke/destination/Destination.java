package org.dicomgateway.spoke.destination;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * Somewhere that instances go, with a queue, a health and limits of its own: one that is down holds
 * up no other. Its queue is a memory of the spool; files of the spool are never changed or deleted
 * by a destination. Thread-safe.
 */
public interface Destination extends AutoCloseable {
  /** What the hub is called that the settings name. */
  String HUB = "hub";

  String name();

  /** Begins to queue and to send; to be called once. */
  void start();

  /**
   * Takes over an instance; returns before anything is written or sent. One that is known already
   * is not taken twice.
   */
  void accept(SpooledInstance instance, Dispatch dispatch) throws InterruptedException;

  /** Ids of all instances that need not be accepted again, whatever became of them. */
  Set<String> known();

  /**
   * When instances were delivered.
   *
   * @return of the ids asked for those that were; what waits, or is parked, is not among them
   */
  Map<String, Instant> delivered(Collection<String> ids);

  /** Of these ids those that wait or are being sent. */
  Set<String> underWay(Collection<String> ids);

  /**
   * Takes back what it has accepted of a study and not delivered, parked instances too: it is not
   * {@link #known} any more and can be accepted anew. What is on its way at the moment is delivered
   * if all goes well, and not tried again; until then it is {@link #underWay}. Nobody may have
   * anything accepted meanwhile.
   */
  void withdraw(String studyInstanceUid) throws InterruptedException;

  /**
   * Lets what waits of a study be as urgent as this from now on. Nobody may have anything accepted
   * meanwhile.
   *
   * @return how many instances there are
   */
  int hurry(String studyInstanceUid, Urgency urgency) throws InterruptedException;

  /** Forgets instances whose files are gone; unknown ones are none. */
  void forget(Collection<String> ids);

  /** Stops sending, also across restarts; what is accepted is kept. */
  void pause();

  /** Ends a {@link #pause}. */
  void resume();

  /**
   * Other limits of bandwidth hold from now on.
   *
   * @return those that held before
   */
  Limits limit(Limits limits);

  /**
   * Sends parked instances after all.
   *
   * @return how many; 0 if none that is meant is parked
   */
  int retry(ParkedFilter filter);

  /** How things stand, in figures. */
  DestinationStatus status();

  /** What is on its way or parked, by study, the most urgent and longest waiting first. */
  List<QueuedStudy> studies();

  /** What waits for a person, the latest first. */
  List<Parked> parked();

  /** What became of a study's instances, in the order of their receipt. */
  List<InstanceProgress> trace(String studyInstanceUid);

  /** Asks whether instances would be taken now, without sending any. */
  Probe test() throws InterruptedException;

  /** Stops sending; the next start goes on there. */
  @Override
  void close();
}
