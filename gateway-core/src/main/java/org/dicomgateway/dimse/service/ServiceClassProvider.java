package org.dicomgateway.dimse.service;

import java.io.IOException;
import java.util.Optional;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.AssociationHandler;
import org.dicomgateway.dimse.pdu.MessageWriter;
import org.dicomgateway.dimse.pdu.PresentationDataValue.Content;
import org.dicomgateway.dimse.service.MessageReader.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves associations: C-ECHO by itself, C-STORE by a handler; whatever else is asked for is
 * answered as not recognized. Thread-safe.
 */
public final class ServiceClassProvider implements AssociationHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceClassProvider.class);

  /** Error Comment is LO: 64 characters (PS3.7 §C.4.2). */
  private static final int LONGEST_COMMENT = 64;

  private final CStoreHandler store;

  public ServiceClassProvider(CStoreHandler store) {
    this.store = store;
  }

  @Override
  public void handle(Association association) throws AssociationException {
    MessageReader reader = new MessageReader(association);
    Optional<Command> command = reader.nextCommand();
    while (command.isPresent()) {
      serve(command.get(), association, reader);
      command = reader.nextCommand();
    }
  }

  private void serve(Command command, Association association, MessageReader reader)
      throws AssociationException {
    DataSetInputStream dataSet = new DataSetInputStream(reader);
    CommandSet response = response(command.set());
    try {
      perform(command, association, dataSet);
    } catch (DicomServiceException e) {
      LOG.info("{} of {}: {}", e.status(), association.callingAeTitle(), e.getMessage());
      fail(response, e.status(), e.getMessage());
    }
    if (command.set().hasDataSet()) {
      dataSet.drain();
    }
    if (isAnswered(command.set())) {
      send(response, command.context().id(), association);
    }
  }

  private void perform(Command command, Association association, DataSetInputStream dataSet)
      throws DicomServiceException, AssociationException {
    switch (CommandField.of(command.set().commandField()).orElse(null)) {
      case C_ECHO_RQ, C_CANCEL_RQ -> {} // Nothing to do: we are here; nothing takes so long here.
      case C_STORE_RQ -> store(request(command, association), dataSet);
      case null, default ->
          throw new DicomServiceException(
              Status.UNRECOGNIZED_OPERATION,
              "command %04XH is not served".formatted(command.set().commandField()));
    }
  }

  private void store(CStoreRequest request, DataSetInputStream dataSet)
      throws DicomServiceException, AssociationException {
    try {
      store.store(request, dataSet);
    } catch (AssociationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      LOG.error("cannot store {}", request.affectedSopInstanceUid(), e);
      throw new DicomServiceException(
          Status.PROCESSING_FAILURE, "cannot store: " + e.getMessage(), e);
    }
  }

  private static CStoreRequest request(Command command, Association association)
      throws DicomServiceException {
    CommandSet set = command.set();
    if (!set.hasDataSet()) {
      throw new DicomServiceException(Status.MISTYPED_ARGUMENT, "C-STORE without data set");
    }
    return new CStoreRequest(
        required(set, Tag.AffectedSOPClassUID, "Affected SOP Class UID"),
        required(set, Tag.AffectedSOPInstanceUID, "Affected SOP Instance UID"),
        set.string(Tag.MoveOriginatorApplicationEntityTitle),
        command.context(),
        association.callingAeTitle(),
        association.calledAeTitle(),
        association.remoteHost());
  }

  private static String required(CommandSet set, int tag, String name)
      throws DicomServiceException {
    return set.string(tag)
        .orElseThrow(() -> new DicomServiceException(Status.MISSING_ATTRIBUTE, "no " + name));
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

  private static void send(CommandSet response, int contextId, Association association)
      throws AssociationException {
    byte[] bytes = response.encode();
    MessageWriter writer = association.writer();
    try {
      writer.begin(contextId, Content.COMMAND);
      writer.write(bytes, 0, bytes.length);
      writer.end();
      writer.flush();
    } catch (AssociationException e) {
      throw e;
    } catch (IOException e) {
      throw new AssociationException("cannot answer: " + e.getMessage(), e);
    }
  }
}
