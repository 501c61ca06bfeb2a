package org.dicomgateway.dimse.service;

import java.io.IOException;
import java.util.Optional;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.AssociationHandler;
import org.dicomgateway.dimse.service.MessageReader.Command;

/**
 * Serves associations: C-ECHO by itself, C-STORE by a handler; whatever else is asked for is
 * answered as not recognized. Thread-safe.
 */
public final class ServiceClassProvider implements AssociationHandler {
  private final CStoreHandler store;

  public ServiceClassProvider(CStoreHandler store) {
    this.store = store;
  }

  @Override
  public void handle(Association association) throws AssociationException {
    MessageReader reader = new MessageReader(association);
    try (Operations operations = new Operations(association)) {
      Optional<Command> command = reader.nextCommand();
      while (command.isPresent()) {
        operations.perform(command.get(), receive(command.get(), association, reader));
        command = reader.nextCommand();
      }
    }
  }

  /** Reads the whole message; what is wrong with it is said by the completion. */
  private Completion receive(Command command, Association association, MessageReader reader)
      throws AssociationException {
    DataSetInputStream dataSet = new DataSetInputStream(reader);
    Completion completion;
    try {
      completion = begin(command, association, dataSet);
    } catch (AssociationException e) {
      throw e;
    } catch (DicomServiceException | IOException | RuntimeException e) {
      completion =
          () -> {
            throw e;
          };
    }
    if (command.set().hasDataSet()) {
      dataSet.drain();
    }
    return completion;
  }

  private Completion begin(Command command, Association association, DataSetInputStream dataSet)
      throws DicomServiceException, IOException {
    return switch (CommandField.of(command.set().commandField()).orElse(null)) {
      // Nothing to do: we are here; nothing takes so long here.
      case C_ECHO_RQ, C_CANCEL_RQ -> Completion.DONE;
      case C_STORE_RQ -> store.store(request(command, association), dataSet);
      case null, default ->
          throw new DicomServiceException(
              Status.UNRECOGNIZED_OPERATION,
              "command %04XH is not served".formatted(command.set().commandField()));
    };
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
        Priority.of(set.integer(Tag.Priority).orElse(0)),
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
}
