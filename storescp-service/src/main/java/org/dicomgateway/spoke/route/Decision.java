package org.dicomgateway.spoke.route;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dicomgateway.spoke.change.Origin;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * What was decided of an instance that the spool holds.
 *
 * @param id name of its file in the spool; sorts by receipt
 * @param patient whose it is, as its header says
 * @param callingAet who sent it
 * @param length bytes as it was received
 * @param destinations where it goes; of what is held: where it would
 * @param dispatch how it goes there, and why
 * @param rules names of those that had a say
 * @param asked of the destinations those that a person named
 * @param routes version of the rules; 0 if there were none
 * @param at when it was decided
 */
public record Decision(
    String id,
    String studyInstanceUid,
    String seriesInstanceUid,
    String sopInstanceUid,
    String sha256,
    Patient patient,
    String modality,
    String callingAet,
    Instant receivedAt,
    long length,
    Verdict.Kind kind,
    List<String> destinations,
    Dispatch dispatch,
    List<String> rules,
    List<String> asked,
    int routes,
    Instant at) {
  static final String BY_A_PERSON = "a person said so";

  /** As the header of one instance says; empty where it says nothing. */
  public record Patient(String id, String name) {}

  public Decision {
    destinations = List.copyOf(destinations);
    rules = List.copyOf(rules);
    asked = List.copyOf(asked);
  }

  static Decision of(
      SpooledInstance instance, SeriesHeaders.Header header, Verdict verdict, int routes) {
    return new Decision(
        instance.id(),
        instance.identity().studyInstanceUid(),
        instance.identity().seriesInstanceUid(),
        instance.identity().sopInstanceUid(),
        instance.sha256(),
        header.patient(),
        header.modality(),
        instance.sender().callingAet(),
        instance.receivedAt(),
        instance.length(),
        verdict.kind(),
        verdict.destinations(),
        new Dispatch(
            verdict.urgency(),
            verdict.compressed() ? Dispatch.Compressing.ALLOWED : Dispatch.Compressing.NOT_ALLOWED,
            verdict.changes(),
            verdict.reason()),
        verdict.rules(),
        List.of(),
        routes,
        Instant.now());
  }

  boolean goesOn() {
    return kind == Verdict.Kind.SEND;
  }

  /** Why it is held before any rule is asked, or after; empty if it is not, or by a rule. */
  Optional<String> doubt() {
    return kind == Verdict.Kind.HOLD && rules.isEmpty()
        ? Optional.of(dispatch.reason())
        : Optional.empty();
  }

  /** The same instance, sent to these. */
  Decision sentTo(List<String> names, String why) {
    return with(Verdict.Kind.SEND, names, rules, asked, because(why));
  }

  /** The same instance, sent to these too, whatever was decided. */
  Decision alsoSentTo(Collection<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    List<String> all = goesOn() ? and(destinations, names) : List.copyOf(names);
    String why = dispatch.reason().replace("; " + BY_A_PERSON, "") + "; " + BY_A_PERSON;
    return with(Verdict.Kind.SEND, all, rules, and(asked, names), because(why));
  }

  private static List<String> and(Collection<String> some, Collection<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  /** The same decision with other destinations. */
  Decision goingTo(List<String> names) {
    return with(kind, names, rules, asked.stream().filter(names::contains).toList(), dispatch);
  }

  /** The same instance, kept because it goes nowhere. */
  Decision unrouted(String why) {
    return with(Verdict.Kind.UNROUTED, List.of(), rules, List.of(), because(why));
  }

  /** The same instance, kept until it is released. */
  Decision heldBack(String why) {
    return with(Verdict.Kind.HOLD, destinations, List.of(), asked, because(why));
  }

  /** The same decision, as urgent as this. */
  Decision as(Urgency urgency) {
    return with(kind, destinations, rules, asked, dispatch.as(urgency));
  }

  /** The same decision on bytes that came first from there. */
  Decision from(Origin origin) {
    return with(kind, destinations, rules, asked, dispatch.from(origin));
  }

  /** As far as it was written down; else of this receipt. */
  Origin origin() {
    return dispatch.origin().orElseGet(() -> new Origin(callingAet, receivedAt));
  }

  private Dispatch because(String why) {
    return dispatch.because(why);
  }

  private Decision with(
      Verdict.Kind other,
      List<String> names,
      List<String> by,
      List<String> askedFor,
      Dispatch otherDispatch) {
    return new Decision(
        id,
        studyInstanceUid,
        seriesInstanceUid,
        sopInstanceUid,
        sha256,
        patient,
        modality,
        callingAet,
        receivedAt,
        length,
        other,
        names,
        otherDispatch,
        by,
        askedFor,
        routes,
        at);
  }
}
