package org.dicomgateway.spoke.route;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.spoke.route.rule.Explanation;
import org.dicomgateway.spoke.route.rule.RouteTable;
import org.dicomgateway.spoke.route.rule.RouteTable.Release;
import org.dicomgateway.spoke.route.rule.Subject;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what becomes of instances, by the routes of now. Thread-safe. */
final class Decider {
  private static final Logger log = LoggerFactory.getLogger(Decider.class);

  /** What rules may ask for; longer values are no text that people compare. */
  static final ReadOptions HEADER = new ReadOptions(1 << 16, Tag.PixelData);

  private final Spool spool;
  private final Routes routes;
  private final UrgencyRules urgency;
  private final Function<Sender, Optional<String>> doubts;
  private final StudyHolds holds;
  private final StudyCounts counts;
  private final SeriesHeaders headers = new SeriesHeaders(this::header);

  /**
   * @param doubts why what a sender sends is held until it is released, or empty
   * @param holds what people hold until it is released
   * @param received how many instances of a study there were before those that come now
   */
  Decider(
      Spool spool,
      Routes routes,
      UrgencyRules urgency,
      Function<Sender, Optional<String>> doubts,
      StudyHolds holds,
      ToIntFunction<String> received) {
    this.spool = spool;
    this.routes = routes;
    this.urgency = urgency;
    this.doubts = doubts;
    this.holds = holds;
    this.counts = new StudyCounts(received);
  }

  /**
   * A verdict on its way to the ledger.
   *
   * @param routes the version that it is by
   */
  record Decided(SpooledInstance instance, Verdict verdict, int routes) {}

  /** Decides what becomes of an instance; one that is released has been counted before. */
  Decided decide(SpooledInstance instance, Release release) {
    UrgencyRules.Verdict asSent = urgency.of(instance);
    Routes.Live live = routes.live();
    Optional<String> doubt =
        release == Release.RELEASED ? Optional.empty() : doubts.apply(instance.sender());
    if (doubt.isPresent()) {
      return new Decided(instance, Verdict.held(asSent.urgency(), doubt.get()), live.version());
    }
    RouteTable table = live.table();
    String study = instance.identity().studyInstanceUid();
    int number = table.counts() ? number(study, release) : 0;
    Verdict verdict = table.decide(subject(instance, asSent, number), release);
    return new Decided(
        instance,
        verdict.kind() == Verdict.Kind.SEND ? verdict.because(asSent.reason()) : verdict,
        live.version());
  }

  /** Decides that an instance goes to the hub, whatever the routes say. */
  Decided toTheHub(SpooledInstance instance, String reason) {
    UrgencyRules.Verdict asSent = urgency.of(instance);
    Verdict verdict =
        RouteTable.EVERYTHING_TO_THE_HUB.decide(subject(instance, asSent, 1), Release.RELEASED);
    return new Decided(instance, verdict.because(reason), routes.live().version());
  }

  /**
   * Tells what the routes say and why.
   *
   * @param number which instance of its study it is, from 1
   */
  Explanation explain(SpooledInstance instance, int number, Release release) {
    return routes.live().table().explain(subject(instance, urgency.of(instance), number), release);
  }

  /** What the ledger is to keep of it: nothing is sent that a person holds by now. */
  Decision decision(Decided decided) {
    SpooledInstance instance = decided.instance();
    Decision decision =
        Decision.of(instance, headers.of(instance), decided.verdict(), decided.routes());
    Optional<StudyHold> hold = holds.of(instance.identity().studyInstanceUid());
    return hold.isPresent() && decision.goesOn() ? decision.heldBack(hold.get().text()) : decision;
  }

  /** Why a person holds what is decided of; empty if nobody does. */
  Optional<StudyHold> hold(String study) {
    return holds.of(study);
  }

  private int number(String study, Release release) {
    return release == Release.RELEASED ? counts.of(study) : counts.next(study);
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
}
