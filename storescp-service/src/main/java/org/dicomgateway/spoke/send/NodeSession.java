package org.dicomgateway.spoke.send;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.service.ServiceClassUser;
import org.dicomgateway.dimse.service.ServiceClassUser.Answer;
import org.dicomgateway.dimse.service.ServiceClassUser.Response;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.spoke.send.NodeEncoding.NotTakenException;

/** Instances that go over one association, as many unanswered as it allows. For one thread. */
final class NodeSession {
  /** How long an association is kept open for the next instance. */
  static final Duration IDLE = Duration.ofSeconds(3);

  /** Of a message that was not sent whole. */
  private static final int NO_MESSAGE_ID = 0;

  private final Association association;
  private final ServiceClassUser user;
  private final NodeProposal proposal;
  private final Desk desk;
  private final StallWatch watch;
  private final LinkedHashMap<Integer, Parcel> unanswered = new LinkedHashMap<>();
  private Optional<Unavailable> end = Optional.empty();

  NodeSession(Association association, NodeProposal proposal, Desk desk, StallWatch watch) {
    this.association = association;
    this.user = new ServiceClassUser(association);
    this.proposal = proposal;
    this.desk = desk;
    this.watch = watch;
  }

  /**
   * Sends until nothing has come for a while, or what comes needs another association.
   *
   * @throws AssociationException if the association broke
   * @throws Unavailable if the node says it can store nothing now
   */
  void run() throws AssociationException, Unavailable, InterruptedException {
    try {
      while (sendNext()) {
        watch.moved();
      }
      while (!unanswered.isEmpty()) {
        awaitAnswer();
      }
    } catch (AssociationException e) {
      Desk.requireNoInterrupt(e);
      suspectTheFirst(e);
      throw e;
    }
    if (end.isPresent()) {
      throw end.get();
    }
  }

  /**
   * After the association broke: the instance that went first of those without an answer may be the
   * reason, so others go before it the next time.
   */
  private void suspectTheFirst(AssociationException e) throws InterruptedException {
    if (!unanswered.isEmpty()) {
      desk.later(unanswered.firstEntry().getValue(), e.getMessage(), Duration.ZERO);
    }
  }

  /** Sends an instance, or waits for an answer; returns whether there may be more to do. */
  private boolean sendNext() throws AssociationException, Unavailable, InterruptedException {
    if (end.isPresent()) {
      return false;
    }
    Optional<Parcel> next = next();
    if (next.isEmpty()) {
      if (unanswered.isEmpty()) {
        return false;
      }
      awaitAnswer();
      return true;
    }
    if (!proposal.kinds().contains(next.get().kind())) {
      desk.putBack(next.get());
      return false;
    }
    send(next.get());
    return true;
  }

  private Optional<Parcel> next() throws Unavailable, InterruptedException {
    if (unanswered.isEmpty()) {
      return desk.await(IDLE);
    }
    return unanswered.size() < association.operationsWindow() ? desk.next() : Optional.empty();
  }

  private void send(Parcel parcel) throws AssociationException, InterruptedException {
    NodeEncoding encoding;
    try {
      encoding = NodeEncoding.of(parcel, association);
    } catch (NotTakenException | IOException e) {
      requireNoInterrupt(e);
      desk.parked(parcel, e.getMessage());
      return;
    }
    try {
      int message =
          user.requestStore(
              parcel.sopInstanceUid(),
              encoding.context(),
              out -> encoding.dataSet().writeTo(watched(out)));
      unanswered.put(message, parcel);
    } catch (AssociationException e) {
      unanswered.put(NO_MESSAGE_ID, parcel);
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      association.abort();
      requireNoInterrupt(e);
      desk.parked(parcel, "it cannot be sent: " + e.getMessage());
      throw new AssociationException("ended by us within an instance that cannot be read", e);
    }
  }

  private static void requireNoInterrupt(Exception e) throws InterruptedException {
    if (e instanceof IOException failure) {
      Desk.requireNoInterrupt(failure);
    }
  }

  private OutputStream watched(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        watch.moved();
        out.write(bytes, offset, length);
      }
    };
  }

  private void awaitAnswer() throws AssociationException, InterruptedException {
    Answer answer = user.nextAnswer();
    watch.moved();
    Parcel parcel = unanswered.remove(answer.messageId());
    if (parcel == null) {
      association.abort();
      throw new AssociationException("peer answered message " + answer.messageId() + " unasked");
    }
    settle(parcel, answer.response());
  }

  private void settle(Parcel parcel, Response response) throws InterruptedException {
    Status status = response.status();
    String text = StoreResult.text(status, response.comment());
    switch (StoreResult.of(status)) {
      case TAKEN -> desk.delivered(parcel, "");
      case TAKEN_WITH_NOTE -> desk.delivered(parcel, text);
      case NEVER -> desk.parked(parcel, text);
      case UNCLEAR -> desk.failed(parcel, text);
      case FULL -> {
        desk.later(parcel, text, Duration.ZERO);
        end = Optional.of(Unavailable.later("the node has no room: " + text, Duration.ZERO));
      }
      case NOT_ALLOWED -> {
        desk.putBack(parcel);
        end = Optional.of(Unavailable.refused("the node does not let us store: " + text, null));
      }
    }
  }
}
