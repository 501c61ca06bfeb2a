package org.dicomgateway.dimse.pdu;

import java.nio.ByteBuffer;

/** A protocol data unit of the DICOM upper layer (PS3.8 §9.3.1). */
public sealed interface Pdu
    permits AAssociateRQ, AssociateReply, PDataTF, AReleaseRQ, AReleaseRP, AAbort {

  /** Type, a reserved byte and the length of what follows (PS3.8 §9.3.1). */
  int HEADER_LENGTH = 1 + 1 + 4;

  /** The PDU-type, the unit's first byte. */
  int type();

  /** Writes what follows the header. */
  void encodeBody(ItemWriter out);

  /**
   * Decodes what follows the header.
   *
   * @throws PduException if the type is unknown or the body is not of that type
   */
  static Pdu decode(int type, ByteBuffer body) throws PduException {
    ItemReader in = new ItemReader(body);
    return switch (type) {
      case AAssociateRQ.TYPE -> AAssociateRQ.decode(in);
      case AAssociateAC.TYPE -> AAssociateAC.decode(in);
      case AAssociateRJ.TYPE -> AAssociateRJ.decode(in);
      case PDataTF.TYPE -> PDataTF.decode(in);
      case AReleaseRQ.TYPE -> new AReleaseRQ();
      case AReleaseRP.TYPE -> new AReleaseRP();
      case AAbort.TYPE -> AAbort.decode(in);
      default ->
          throw new PduException(
              AAbort.Reason.UNRECOGNIZED_PDU, "unknown PDU type %02XH".formatted(type));
    };
  }
}
