package org.dicomgateway.dimse.service;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.pdu.MessageWriter;
import org.dicomgateway.dimse.pdu.PresentationDataValue.Content;
import org.dicomgateway.dimse.service.MessageReader.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations of an association that are under way: as many at once as was agreed on (PS3.7
 * §D.3.3.3), each answered when it is done. For the one thread that reads the messages.
 */
final class Operations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

  /** Error Comment is LO: 64 characters (PS3.7 §C.4.2). */
  private static final int LONGEST_COMMENT = 64;

  private final Association association;
  private final int window;
  private final Semaphore places;
  private final ReentrantLock answering = new ReentrantLock();

  Operations(Association association) {
    this.association = association;
    this.window = association.operationsWindow();
    this.places = new Semaphore(window);
  }

  /** Completes and answers; later, unless the requestor waits for each answer anyway. */
  void perform(Command command, Completion completion) throws AssociationException {
    if (window == 1) {
      completeAndAnswer(command, completion);
      return;
    }
    places.acquireUninterruptibly();
    Thread.ofVirtual()
        .name("operation-", 0)
        .start(
            () -> {
              try {
                completeAndAnswer(command, completion);
              } catch (AssociationException e) {
                LOG.debug("{} was not answered: {}", association.callingAeTitle(), e.getMessage());
              } finally {
                places.release();
              }
            });
  }

  private void completeAndAnswer(Command command, Completion completion)
      throws AssociationException {
    CommandSet response = response(command.set());
    try {
      completion.complete();
    } catch (DicomServiceException e) {
      LOG.info("{} of {}: {}", e.status(), association.callingAeTitle(), e.getMessage());
      fail(response, e.status(), e.getMessage());
    } catch (IOException | RuntimeException e) {
      LOG.error(
          "cannot store {}", command.set().string(Tag.AffectedSOPInstanceUID).orElse("it"), e);
      fail(response, Status.PROCESSING_FAILURE, "cannot store: " + e.getMessage());
    }
    if (isAnswered(command.set())) {
      send(response, command.context().id());
    }
  }

  private static CommandSet response(CommandSet request) {
    CommandSet response =
        CommandSet.of(request.commandField() | CommandField.RESPONSE)
            .with(Tag.MessageIDBeingRespondedTo, request.integer(Tag.MessageID).orElse(0))
            .with(Tag.Status, Status.SUCCESS.code());
    request
        .string(Tag.AffectedSOPClassUID)
        .ifPresent(uid -> response.with(Tag.AffectedSOPClassUID, uid));
    request
        .string(Tag.AffectedSOPInstanceUID)
        .ifPresent(uid -> response.with(Tag.AffectedSOPInstanceUID, uid));
    return response;
  }

  private static void fail(CommandSet response, Status status, String comment) {
    String text = comment == null ? "" : comment.replaceAll("[^ -\\[\\]-~]", "?");
    response
        .with(Tag.Status, status.code())
        .with(Tag.ErrorComment, text.substring(0, Math.min(text.length(), LONGEST_COMMENT)));
  }

  /** C-CANCEL and responses are never answered (PS3.7 §9.3.2.3). */
  private static boolean isAnswered(CommandSet command) {
    return command.commandField() != CommandField.C_CANCEL_RQ.code()
        && (command.commandField() & CommandField.RESPONSE) == 0;
  }

  private void send(CommandSet response, int contextId) throws AssociationException {
    byte[] bytes = response.encode();
    answering.lock();
    try {
      MessageWriter writer = association.writer();
      writer.begin(contextId, Content.COMMAND);
      writer.write(bytes, 0, bytes.length);
      writer.end();
      writer.flush();
    } catch (AssociationException e) {
      throw e;
    } catch (IOException e) {
      throw new AssociationException("cannot answer: " + e.getMessage(), e);
    } finally {
      answering.unlock();
    }
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    places.acquireUninterruptibly(window);
  }
}
