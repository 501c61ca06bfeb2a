package org.dicomgateway.spoke.route;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.route.rule.Explanation;
import org.dicomgateway.spoke.route.rule.RouteTable;
import org.dicomgateway.spoke.route.rule.RouteTable.Release;
import org.dicomgateway.spoke.route.rule.Subject;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.DamagedFileException;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what the spool holds to the forwarder, as the routes say. Thread-safe. */
public final class Router {
  private static final Logger log = LoggerFactory.getLogger(Router.class);

  /** What rules may ask for; longer values are no text that people compare. */
  static final ReadOptions HEADER = new ReadOptions(1 << 16, Tag.PixelData);

  private final Spool spool;
  private final Routes routes;
  private final Forwarder forwarder;
  private final UrgencyRules urgency;
  private final Function<Sender, Optional<String>> doubts;
  private final KeptInstances kept = new KeptInstances();
  private final StudyCounts counts = new StudyCounts(this::countReceived);

  /**
   * @param doubts why what a sender sends is held until it is released, or empty
   */
  public Router(
      Spool spool,
      Routes routes,
      Forwarder forwarder,
      UrgencyRules urgency,
      Function<Sender, Optional<String>> doubts) {
    this.spool = spool;
    this.routes = routes;
    this.forwarder = forwarder;
    this.urgency = urgency;
    this.doubts = doubts;
  }

  private int countReceived(String study) {
    return forwarder.idsOf(study).size() + kept.of(study).size();
  }

  /** Takes an instance that is safe in the spool; returns before anything is sent. */
  public void route(SpooledInstance instance) throws InterruptedException {
    act(instance, decide(instance, Release.NOT_RELEASED));
  }

  /** Decides what becomes of an instance; one that is released has been counted before. */
  Verdict decide(SpooledInstance instance, Release release) {
    UrgencyRules.Verdict asSent = urgency.of(instance);
    Optional<String> doubt =
        release == Release.RELEASED ? Optional.empty() : doubts.apply(instance.sender());
    if (doubt.isPresent()) {
      return Verdict.held(asSent.urgency(), doubt.get());
    }
    RouteTable table = table();
    String study = instance.identity().studyInstanceUid();
    int number = table.counts() ? number(study, release) : 0;
    Verdict verdict = table.decide(subject(instance, asSent, number), release);
    return verdict.kind() == Verdict.Kind.SEND ? verdict.because(asSent.reason()) : verdict;
  }

  private int number(String study, Release release) {
    return release == Release.RELEASED ? counts.of(study) : counts.next(study);
  }

  private RouteTable table() {
    return routes.live().table().orElse(RouteTable.EVERYTHING_TO_THE_HUB);
  }

  private Subject subject(SpooledInstance instance, UrgencyRules.Verdict asSent, int number) {
    return new Subject(
        instance, asSent.urgency(), () -> header(instance), () -> number, ZoneId.systemDefault());
  }

  /** As far as it can be read: what is damaged goes by what is left. */
  private Attributes header(SpooledInstance instance) {
    try (InputStream stream = new BufferedInputStream(spool.open(instance))) {
      return Part10.readLeniently(stream, HEADER).part10().dataSet();
    } catch (IOException e) {
      log.warn(
          "instance {}: its header cannot be read, so no rule about attributes matches: {}",
          instance.identity().sopInstanceUid(),
          e.getMessage());
      return new Attributes();
    }
  }

  private void act(SpooledInstance instance, Verdict verdict) throws InterruptedException {
    if (verdict.kind() != Verdict.Kind.SEND) {
      kept.add(instance, verdict);
      log.info(
          "instance {} of study {} is not sent: {}",
          instance.identity().sopInstanceUid(),
          instance.identity().studyInstanceUid(),
          verdict.reason());
      return;
    }
    for (String destination : verdict.destinations()) {
      forwarder.accept(
          instance,
          new Dispatch(
              verdict.urgency(),
              verdict.compressed()
                  ? Dispatch.Compressing.ALLOWED
                  : Dispatch.Compressing.NOT_ALLOWED,
              verdict.changes(),
              verdict.reason()));
    }
    kept.remove(instance.id());
  }

  /**
   * Routes what the spool holds and the forwarder does not know: acknowledged just before the last
   * process ended, kept here, or everything when the queue's database is lost. Damaged files are
   * set aside.
   *
   * @return how many instances were taken up
   */
  public int routeForgotten() throws IOException, InterruptedException {
    Set<String> known = forwarder.known();
    int count = 0;
    for (String id : spool.ids()) {
      if (!known.contains(id) && routeFromFile(id)) {
        count++;
      }
    }
    return count;
  }

  private boolean routeFromFile(String id) throws IOException, InterruptedException {
    try {
      route(spool.read(id));
      return true;
    } catch (DamagedFileException e) {
      Path aside = spool.setAside(id);
      log.error("instance file {}: {}; set aside in {} to be looked at", id, e.getMessage(), aside);
      return false;
    }
  }

  /** Deletes what a rule dropped and was received before a time; returns how many instances. */
  int deleteDropped(Instant receivedBefore) throws IOException {
    List<String> dropped = kept.of(Verdict.Kind.DROP, receivedBefore);
    for (String id : dropped) {
      spool.remove(id);
      kept.remove(id);
    }
    return dropped.size();
  }

  /** Studies of which instances go nowhere for now, the longest waiting first. */
  public List<KeptStudy> kept() {
    return kept.studies();
  }

  /**
   * Has what is kept of a study decided anew, by the routes of now, and what a rule holds go on.
   *
   * @return how many instances are sent now
   */
  public int release(String study) throws IOException, InterruptedException {
    int sent = 0;
    for (String id : kept.of(study)) {
      SpooledInstance instance = spool.read(id);
      Verdict verdict = decide(instance, Release.RELEASED);
      act(instance, verdict);
      sent += verdict.kind() == Verdict.Kind.SEND ? 1 : 0;
    }
    return sent;
  }

  /**
   * Sends what is kept of a study to the hub, whatever the routes say.
   *
   * @return how many instances there were
   */
  public int send(String study) throws IOException, InterruptedException {
    List<String> ids = kept.of(study);
    for (String id : ids) {
      SpooledInstance instance = spool.read(id);
      UrgencyRules.Verdict asSent = urgency.of(instance);
      act(
          instance,
          RouteTable.EVERYTHING_TO_THE_HUB
              .decide(subject(instance, asSent, 1), Release.RELEASED)
              .because("a person said so"));
    }
    return ids.size();
  }

  /**
   * What the routes of now say of a study's instances that are in the spool, each verdict once.
   *
   * @return empty if nothing of it is here
   */
  public List<ExplainedInstances> explain(String study) throws IOException {
    Set<String> ids = new HashSet<>(forwarder.idsOf(study));
    ids.addAll(kept.of(study));
    ExplainedInstances.Collector collector = new ExplainedInstances.Collector();
    int number = 0;
    for (String id : ids.stream().sorted().toList()) {
      number++;
      SpooledInstance instance = spool.read(id);
      UrgencyRules.Verdict asSent = urgency.of(instance);
      Explanation explanation =
          table().explain(subject(instance, asSent, number), Release.NOT_RELEASED);
      collector.add(instance.identity().sopInstanceUid(), explanation);
    }
    return collector.all();
  }
}
