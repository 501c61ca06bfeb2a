package org.dicomgateway.dimse.service;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.PresentationContext;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.dimse.service.ServiceClassUser.Answer;

/** Files that go over one association, as many unanswered as its window allows. For one thread. */
final class Conversation {
  /** Of a message that was not sent whole. */
  private static final int NO_MESSAGE_ID = 0;

  private final Association association;
  private final ServiceClassUser user;
  private final Consumer<Outcome> listener;
  private final LinkedHashMap<Integer, InstanceFile> unanswered = new LinkedHashMap<>();

  Conversation(Association association, Consumer<Outcome> listener) {
    this.association = association;
    this.user = new ServiceClassUser(association);
    this.listener = listener;
  }

  /** Sends until nothing waits and all is answered. */
  void send(Queue<InstanceFile> waiting) throws AssociationException {
    while (true) {
      boolean hasRoom = unanswered.size() < association.operationsWindow();
      InstanceFile next = hasRoom ? waiting.poll() : null;
      if (next != null) {
        request(next);
      } else if (unanswered.isEmpty()) {
        return;
      } else {
        awaitAnswer();
      }
    }
  }

  /**
   * After the association broke: the file that went first of those without an answer may be the
   * reason, so it is given up; the others wait again.
   */
  void breakOff(AssociationException reason, Queue<InstanceFile> waiting) {
    if (!unanswered.isEmpty()) {
      fail(unanswered.pollFirstEntry().getValue(), reason.getMessage());
      waiting.addAll(unanswered.values());
    }
  }

  private void request(InstanceFile file) throws AssociationException {
    Optional<PresentationContext> context =
        association.presentationContext(file.sopClass(), file.transferSyntax());
    if (context.isEmpty()) {
      fail(
          file,
          "peer does not accept its kind: SOP class %s in transfer syntax %s"
              .formatted(file.sopClass(), file.transferSyntax()));
      return;
    }
    try (InputStream dataSet = open(file)) {
      if (dataSet != null) {
        unanswered.put(user.requestStore(file.sopInstance(), context.get(), dataSet), file);
      }
    } catch (AssociationException e) {
      unanswered.put(NO_MESSAGE_ID, file);
      throw e;
    } catch (IOException e) {
      association.abort();
      unanswered.putFirst(NO_MESSAGE_ID, file);
      throw new AssociationException("cannot be read: " + e, e);
    }
  }

  /** Null, and told of, if it cannot be opened. */
  private InputStream open(InstanceFile file) {
    try {
      return file.dataSet();
    } catch (IOException e) {
      fail(file, "cannot be read: " + e);
      return null;
    }
  }

  private void awaitAnswer() throws AssociationException {
    Answer answer = user.nextAnswer();
    InstanceFile file = unanswered.remove(answer.messageId());
    if (file == null) {
      association.abort();
      throw new AssociationException("peer answered message " + answer.messageId() + " unasked");
    }
    listener.accept(
        new Outcome(file, Optional.of(answer.response().status()), answer.response().comment()));
  }

  private void fail(InstanceFile file, String reason) {
    listener.accept(new Outcome(file, Optional.empty(), reason));
  }
}
