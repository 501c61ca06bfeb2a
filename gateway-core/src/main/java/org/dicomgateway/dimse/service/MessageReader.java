package org.dicomgateway.dimse.service;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.PresentationContext;
import org.dicomgateway.dimse.pdu.PDataTF;
import org.dicomgateway.dimse.pdu.PresentationDataValue;
import org.dicomgateway.dimse.pdu.PresentationDataValue.Content;

/** Puts the messages of an association together from their fragments (PS3.8 Annex E). */
final class MessageReader {
  /** Command sets have a few hundred bytes; what is longer than this is none. */
  private static final int LONGEST_COMMAND = 64 << 10;

  /** A command, and the context it came in. */
  record Command(PresentationContext context, CommandSet set) {}

  private final Association association;
  private Iterator<PresentationDataValue> values = Collections.emptyIterator();
  private int contextId;

  MessageReader(Association association) {
    this.association = association;
  }

  /**
   * Waits for a command; the data set before must be read.
   *
   * @return empty when the peer has released the association
   */
  Optional<Command> nextCommand() throws AssociationException {
    while (!values.hasNext()) {
      Optional<PDataTF> data = association.receiveMessage();
      if (data.isEmpty()) {
        return Optional.empty();
      }
      values = data.get().values().iterator();
    }
    PresentationDataValue value = nextValue();
    contextId = value.contextId();
    PresentationContext context =
        association
            .presentationContext(contextId)
            .orElseThrow(() -> broken("a message in context " + contextId + ", not accepted"));
    return Optional.of(new Command(context, command(value)));
  }

  private CommandSet command(PresentationDataValue first) throws AssociationException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PresentationDataValue value = first;
    while (true) {
      expect(Content.COMMAND, value);
      bytes.write(
          value.fragment().array(),
          value.fragment().arrayOffset() + value.fragment().position(),
          value.fragment().remaining());
      if (bytes.size() > LONGEST_COMMAND) {
        throw broken("a command set of more than " + LONGEST_COMMAND + " bytes");
      }
      if (value.isLast()) {
        return decode(bytes.toByteArray());
      }
      value = nextValue();
    }
  }

  private CommandSet decode(byte[] bytes) throws AssociationException {
    try {
      return CommandSet.decode(bytes);
    } catch (DicomParseException e) {
      throw broken(e.getMessage());
    }
  }

  /** The next fragment of the data set that follows the command. */
  PresentationDataValue nextDataSetValue() throws AssociationException {
    PresentationDataValue value = nextValue();
    expect(Content.DATA_SET, value);
    return value;
  }

  private PresentationDataValue nextValue() throws AssociationException {
    while (!values.hasNext()) {
      PDataTF data =
          association
              .receive()
              .orElseThrow(() -> new AssociationException("released within a message"));
      values = data.values().iterator();
    }
    return values.next();
  }

  private void expect(Content content, PresentationDataValue value) throws AssociationException {
    if (value.content() != content || value.contextId() != contextId) {
      throw broken(
          "%s in context %d where %s in context %d has to come"
              .formatted(value.content(), value.contextId(), content, contextId));
    }
  }

  private AssociationException broken(String what) {
    association.abort();
    return new AssociationException("peer sent " + what);
  }
}
