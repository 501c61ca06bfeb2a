package org.dicomgateway.dimse.association;

import static org.dicomgateway.dimse.association.AssociationAction.*;
import static org.dicomgateway.dimse.association.AssociationEvent.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The states of an association and the table between them (PS3.8 §9.2, table 9-10), as data. */
enum AssociationState {
  /** Sta1: no association. */
  IDLE("Sta1"),
  /** Sta2: connected by a peer, whose A-ASSOCIATE-RQ has to come. */
  AWAITING_ASSOCIATE_REQUEST("Sta2"),
  /** Sta3: the local user has to accept or reject. */
  AWAITING_LOCAL_ASSOCIATE_RESPONSE("Sta3"),
  /** Sta4: the connection is being opened. */
  AWAITING_TRANSPORT("Sta4"),
  /** Sta5: A-ASSOCIATE-AC or -RJ has to come. */
  AWAITING_ASSOCIATE_RESPONSE("Sta5"),
  /** Sta6: data may flow. */
  ESTABLISHED("Sta6"),
  /** Sta7: A-RELEASE-RP has to come. */
  AWAITING_RELEASE_RESPONSE("Sta7"),
  /** Sta8: the local user has to agree to release. */
  AWAITING_LOCAL_RELEASE_RESPONSE("Sta8"),
  /** Sta9: collision at the requestor: the local user has to agree. */
  COLLISION_REQUESTOR_AWAITING_LOCAL_RESPONSE("Sta9"),
  /** Sta10: collision at the acceptor: the peer's A-RELEASE-RP has to come. */
  COLLISION_ACCEPTOR_AWAITING_RELEASE_RESPONSE("Sta10"),
  /** Sta11: collision at the requestor: the peer's A-RELEASE-RP has to come. */
  COLLISION_REQUESTOR_AWAITING_RELEASE_RESPONSE("Sta11"),
  /** Sta12: collision at the acceptor: the local user has to agree. */
  COLLISION_ACCEPTOR_AWAITING_LOCAL_RESPONSE("Sta12"),
  /** Sta13: nothing more is said; the connection has to close. */
  AWAITING_CLOSE("Sta13");

  /** What to do and where that leads. */
  record Transition(AssociationAction action, AssociationState next) {}

  private static final Map<AssociationState, Map<AssociationEvent, Transition>> TABLE =
      new EnumMap<>(AssociationState.class);

  /** Sta6 to Sta12, which meet the unexpected alike. */
  private static final Set<AssociationState> ASSOCIATED =
      EnumSet.range(ESTABLISHED, COLLISION_ACCEPTOR_AWAITING_LOCAL_RESPONSE);

  private static final Set<AssociationEvent> UNEXPECTED_BEFORE_A_REQUEST =
      EnumSet.of(
          ASSOCIATE_AC_RECEIVED,
          ASSOCIATE_RJ_RECEIVED,
          P_DATA_TF_RECEIVED,
          RELEASE_RQ_RECEIVED,
          RELEASE_RP_RECEIVED,
          INVALID_PDU_RECEIVED);

  private static final Set<AssociationEvent> RECEIVED =
      EnumSet.of(
          ASSOCIATE_AC_RECEIVED,
          ASSOCIATE_RJ_RECEIVED,
          ASSOCIATE_RQ_RECEIVED,
          P_DATA_TF_RECEIVED,
          RELEASE_RQ_RECEIVED,
          RELEASE_RP_RECEIVED,
          INVALID_PDU_RECEIVED);

  static {
    // What is unexpected, a state's own rows below take precedence.
    for (AssociationState state :
        EnumSet.of(AWAITING_LOCAL_ASSOCIATE_RESPONSE, AWAITING_ASSOCIATE_RESPONSE)) {
      refuseTheUnexpected(state);
    }
    ASSOCIATED.forEach(AssociationState::refuseTheUnexpected);

    on(IDLE, ASSOCIATE_REQUEST, CONNECT, AWAITING_TRANSPORT);
    on(IDLE, TRANSPORT_INDICATION, START_ARTIM, AWAITING_ASSOCIATE_REQUEST);

    for (AssociationEvent event : UNEXPECTED_BEFORE_A_REQUEST) {
      on(AWAITING_ASSOCIATE_REQUEST, event, SEND_USER_ABORT, AWAITING_CLOSE);
    }
    on(
        AWAITING_ASSOCIATE_REQUEST,
        ASSOCIATE_RQ_RECEIVED,
        INDICATE_ASSOCIATE,
        AWAITING_LOCAL_ASSOCIATE_RESPONSE);
    on(AWAITING_ASSOCIATE_REQUEST, ABORT_RECEIVED, CLOSE, IDLE);
    on(AWAITING_ASSOCIATE_REQUEST, TRANSPORT_CLOSED, FORGET, IDLE);
    on(AWAITING_ASSOCIATE_REQUEST, ARTIM_EXPIRED, CLOSE, IDLE);

    on(AWAITING_LOCAL_ASSOCIATE_RESPONSE, ASSOCIATE_ACCEPT, SEND_ASSOCIATE_AC, ESTABLISHED);
    on(AWAITING_LOCAL_ASSOCIATE_RESPONSE, ASSOCIATE_REJECT, SEND_ASSOCIATE_RJ, AWAITING_CLOSE);

    on(AWAITING_TRANSPORT, TRANSPORT_CONNECTED, SEND_ASSOCIATE_RQ, AWAITING_ASSOCIATE_RESPONSE);
    on(AWAITING_TRANSPORT, ABORT_REQUEST, CLOSE, IDLE);
    on(AWAITING_TRANSPORT, TRANSPORT_CLOSED, INDICATE_CONNECTION_LOST, IDLE);

    on(AWAITING_ASSOCIATE_RESPONSE, ASSOCIATE_AC_RECEIVED, CONFIRM_ACCEPTANCE, ESTABLISHED);
    on(AWAITING_ASSOCIATE_RESPONSE, ASSOCIATE_RJ_RECEIVED, CONFIRM_REJECTION_AND_CLOSE, IDLE);

    on(ESTABLISHED, P_DATA_REQUEST, SEND_P_DATA, ESTABLISHED);
    on(ESTABLISHED, P_DATA_TF_RECEIVED, INDICATE_P_DATA, ESTABLISHED);
    on(ESTABLISHED, RELEASE_REQUEST, SEND_RELEASE_RQ, AWAITING_RELEASE_RESPONSE);
    on(ESTABLISHED, RELEASE_RQ_RECEIVED, INDICATE_RELEASE, AWAITING_LOCAL_RELEASE_RESPONSE);

    on(
        AWAITING_RELEASE_RESPONSE,
        P_DATA_TF_RECEIVED,
        INDICATE_P_DATA_WHILE_RELEASING,
        AWAITING_RELEASE_RESPONSE);
    // AR-8 leads the requestor to Sta9 and the acceptor to Sta10; see afterCollision.
    on(
        AWAITING_RELEASE_RESPONSE,
        RELEASE_RQ_RECEIVED,
        INDICATE_RELEASE_COLLISION,
        COLLISION_REQUESTOR_AWAITING_LOCAL_RESPONSE);
    on(AWAITING_RELEASE_RESPONSE, RELEASE_RP_RECEIVED, CONFIRM_RELEASE_AND_CLOSE, IDLE);

    on(
        AWAITING_LOCAL_RELEASE_RESPONSE,
        P_DATA_REQUEST,
        SEND_P_DATA_WHILE_RELEASING,
        AWAITING_LOCAL_RELEASE_RESPONSE);
    on(
        AWAITING_LOCAL_RELEASE_RESPONSE,
        RELEASE_RESPONSE,
        SEND_RELEASE_RP_AND_START_ARTIM,
        AWAITING_CLOSE);

    on(
        COLLISION_REQUESTOR_AWAITING_LOCAL_RESPONSE,
        RELEASE_RESPONSE,
        SEND_RELEASE_RP,
        COLLISION_REQUESTOR_AWAITING_RELEASE_RESPONSE);
    on(
        COLLISION_ACCEPTOR_AWAITING_RELEASE_RESPONSE,
        RELEASE_RP_RECEIVED,
        CONFIRM_RELEASE,
        COLLISION_ACCEPTOR_AWAITING_LOCAL_RESPONSE);
    on(
        COLLISION_REQUESTOR_AWAITING_RELEASE_RESPONSE,
        RELEASE_RP_RECEIVED,
        CONFIRM_RELEASE_AND_CLOSE,
        IDLE);
    on(
        COLLISION_ACCEPTOR_AWAITING_LOCAL_RESPONSE,
        RELEASE_RESPONSE,
        SEND_RELEASE_RP_AND_START_ARTIM,
        AWAITING_CLOSE);

    for (AssociationEvent event : RECEIVED) {
      on(AWAITING_CLOSE, event, IGNORE, AWAITING_CLOSE);
    }
    on(AWAITING_CLOSE, ASSOCIATE_RQ_RECEIVED, SEND_ABORT_AGAIN, AWAITING_CLOSE);
    on(AWAITING_CLOSE, INVALID_PDU_RECEIVED, SEND_ABORT_AGAIN, AWAITING_CLOSE);
    on(AWAITING_CLOSE, ABORT_RECEIVED, CLOSE, IDLE);
    on(AWAITING_CLOSE, TRANSPORT_CLOSED, STOP_ARTIM, IDLE);
    on(AWAITING_CLOSE, ARTIM_EXPIRED, CLOSE, IDLE);
  }

  private final String standardName;

  AssociationState(String standardName) {
    this.standardName = standardName;
  }

  /** Its name in PS3.8: {@code Sta1} to {@code Sta13}. */
  String standardName() {
    return standardName;
  }

  /**
   * The table's entry.
   *
   * @throws IllegalStateException where the table has none, which is a fault of the caller
   */
  Transition on(AssociationEvent event) {
    Map<AssociationEvent, Transition> row = TABLE.getOrDefault(this, Map.of());
    Transition transition = row.get(event);
    if (transition == null) {
      throw new IllegalStateException(
          "%s cannot happen in %s (%s)".formatted(event, this, standardName));
    }
    return transition;
  }

  /** Where AR-8 leads, which depends on who asked for the association. */
  static AssociationState afterCollision(Association.Role role) {
    return role == Association.Role.REQUESTOR
        ? COLLISION_REQUESTOR_AWAITING_LOCAL_RESPONSE
        : COLLISION_ACCEPTOR_AWAITING_RELEASE_RESPONSE;
  }

  private static void refuseTheUnexpected(AssociationState state) {
    for (AssociationEvent event : RECEIVED) {
      on(state, event, SEND_PROVIDER_ABORT, AWAITING_CLOSE);
    }
    on(state, ABORT_REQUEST, SEND_USER_ABORT, AWAITING_CLOSE);
    on(state, ABORT_RECEIVED, INDICATE_ABORT_AND_CLOSE, IDLE);
    on(state, TRANSPORT_CLOSED, INDICATE_CONNECTION_LOST, IDLE);
  }

  private static void on(
      AssociationState state,
      AssociationEvent event,
      AssociationAction action,
      AssociationState next) {
    TABLE
        .computeIfAbsent(state, _ -> new EnumMap<>(AssociationEvent.class))
        .put(event, new Transition(action, next));
  }
}
