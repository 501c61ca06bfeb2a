package org.dicomgateway.dimse.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.PresentationContext;
import org.dicomgateway.dimse.pdu.MessageWriter;
import org.dicomgateway.dimse.pdu.PresentationDataValue.Content;

/** Asks a peer for C-ECHO and C-STORE over an open association. For one thread. */
public final class ServiceClassUser {
  private static final int MEDIUM_PRIORITY = 0;
  private final Association association;
  private final MessageReader reader;
  private int messageId;

  public ServiceClassUser(Association association) {
    this.association = association;
    this.reader = new MessageReader(association);
  }

  /**
   * What a peer answered.
   *
   * @param comment its words on a failure; empty if it had none
   */
  public record Response(Status status, String comment) {}

  /**
   * What a peer answered to one of several.
   *
   * @param messageId which
   */
  public record Answer(int messageId, Response response) {}

  /**
   * Asks whether the peer is there (PS3.7 §9.1.5).
   *
   * @throws AssociationException if it is not, or did not accept Verification
   */
  public Response echo() throws AssociationException {
    PresentationContext context =
        association.presentationContexts().stream()
            .filter(accepted -> accepted.abstractSyntax().equals(UID.Verification))
            .findFirst()
            .orElseThrow(() -> new AssociationException("peer did not accept Verification"));
    CommandSet request =
        CommandSet.of(CommandField.C_ECHO_RQ.code())
            .with(Tag.AffectedSOPClassUID, UID.Verification)
            .with(Tag.MessageID, nextMessageId());
    try {
      writeCommand(request, context.id()).flush();
    } catch (IOException e) {
      throw new AssociationException("cannot send: " + e.getMessage(), e);
    }
    return response(CommandField.C_ECHO_RSP);
  }

  /**
   * Sends an instance (PS3.7 §9.1.1) and waits for the answer; none may be waited for before.
   *
   * @param context an accepted one, of the instance's SOP class and transfer syntax
   * @param dataSet its bytes to the stream's end, sent as they are
   * @throws AssociationException if the association has ended
   * @throws IOException if the data set cannot be read; the association cannot be used any more
   */
  public Response store(String sopInstanceUid, PresentationContext context, InputStream dataSet)
      throws IOException {
    requestStore(sopInstanceUid, context, dataSet);
    return response(CommandField.C_STORE_RSP);
  }

  /**
   * Sends an instance as {@link #store} does and leaves the answer to {@link #nextAnswer}: as many
   * as the association's {@link Association#operationsWindow} allows.
   *
   * @return the message's ID, by which it is answered
   */
  public int requestStore(String sopInstanceUid, PresentationContext context, InputStream dataSet)
      throws IOException {
    MessageWriter writer = beginStore(sopInstanceUid, context);
    writer.transferFrom(dataSet);
    return endStore(writer);
  }

  /** Something that writes a data set, as it is to be sent, when it is asked to. */
  @FunctionalInterface
  public interface DataSetOutput {
    void writeTo(OutputStream out) throws IOException;
  }

  /** As the other, for a data set that is made while it is sent. */
  public int requestStore(String sopInstanceUid, PresentationContext context, DataSetOutput dataSet)
      throws IOException {
    MessageWriter writer = beginStore(sopInstanceUid, context);
    dataSet.writeTo(
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            writer.write(bytes, offset, length);
          }
        });
    return endStore(writer);
  }

  private MessageWriter beginStore(String sopInstanceUid, PresentationContext context)
      throws IOException {
    CommandSet request =
        CommandSet.of(CommandField.C_STORE_RQ.code())
            .withDataSet()
            .with(Tag.AffectedSOPClassUID, context.abstractSyntax())
            .with(Tag.MessageID, nextMessageId())
            .with(Tag.Priority, MEDIUM_PRIORITY)
            .with(Tag.AffectedSOPInstanceUID, sopInstanceUid);
    MessageWriter writer = writeCommand(request, context.id());
    writer.begin(context.id(), Content.DATA_SET);
    return writer;
  }

  private int endStore(MessageWriter writer) throws IOException {
    writer.end();
    writer.flush();
    return messageId;
  }

  /** The answer to any of the instances that were sent; waits for it. */
  public Answer nextAnswer() throws AssociationException {
    return answer(CommandField.C_STORE_RSP);
  }

  private int nextMessageId() {
    messageId = messageId % 0xFFFF + 1;
    return messageId;
  }

  private MessageWriter writeCommand(CommandSet command, int contextId) throws IOException {
    byte[] bytes = command.encode();
    MessageWriter writer = association.writer();
    writer.begin(contextId, Content.COMMAND);
    writer.write(bytes, 0, bytes.length);
    writer.end();
    return writer;
  }

  private Response response(CommandField expected) throws AssociationException {
    Answer answer = answer(expected);
    if (answer.messageId() != messageId) {
      throw unasked(answer.messageId(), expected.code());
    }
    return answer.response();
  }

  private AssociationException unasked(int answered, int commandField) {
    association.abort();
    return new AssociationException(
        "peer answered message %d with command %04XH where an answer to %d has to come"
            .formatted(answered, commandField, messageId));
  }

  private Answer answer(CommandField expected) throws AssociationException {
    CommandSet response =
        reader
            .nextCommand()
            .orElseThrow(() -> new AssociationException("peer released instead of an answer"))
            .set();
    int answered = response.integer(Tag.MessageIDBeingRespondedTo).orElse(messageId);
    if (response.commandField() != expected.code()) {
      throw unasked(answered, response.commandField());
    }
    if (response.hasDataSet()) {
      new DataSetInputStream(reader).drain();
    }
    int status = response.integer(Tag.Status).orElse(Status.PROCESSING_FAILURE.code());
    return new Answer(
        answered, new Response(new Status(status), response.string(Tag.ErrorComment).orElse("")));
  }
}
