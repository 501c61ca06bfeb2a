package org.dicomgateway.dimse.association;

import org.dicomgateway.dimse.pdu.AAbort;
import org.dicomgateway.dimse.pdu.AAssociateAC;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.dimse.pdu.AAssociateRQ;
import org.dicomgateway.dimse.pdu.AReleaseRP;
import org.dicomgateway.dimse.pdu.AReleaseRQ;
import org.dicomgateway.dimse.pdu.PDataTF;
import org.dicomgateway.dimse.pdu.Pdu;

/** What can happen to an association, in the order of PS3.8 table 9-10. */
enum AssociationEvent {
  /** Evt1: the local user asks for an association. */
  ASSOCIATE_REQUEST,
  /** Evt2 */
  TRANSPORT_CONNECTED,
  /** Evt3 */
  ASSOCIATE_AC_RECEIVED,
  /** Evt4 */
  ASSOCIATE_RJ_RECEIVED,
  /** Evt5: a peer has connected. */
  TRANSPORT_INDICATION,
  /** Evt6 */
  ASSOCIATE_RQ_RECEIVED,
  /** Evt7: the local user accepts. */
  ASSOCIATE_ACCEPT,
  /** Evt8: the local user rejects. */
  ASSOCIATE_REJECT,
  /** Evt9: the local user sends. */
  P_DATA_REQUEST,
  /** Evt10 */
  P_DATA_TF_RECEIVED,
  /** Evt11: the local user asks for release. */
  RELEASE_REQUEST,
  /** Evt12 */
  RELEASE_RQ_RECEIVED,
  /** Evt13 */
  RELEASE_RP_RECEIVED,
  /** Evt14: the local user agrees to release. */
  RELEASE_RESPONSE,
  /** Evt15: the local user aborts. */
  ABORT_REQUEST,
  /** Evt16 */
  ABORT_RECEIVED,
  /** Evt17 */
  TRANSPORT_CLOSED,
  /** Evt18 */
  ARTIM_EXPIRED,
  /** Evt19 */
  INVALID_PDU_RECEIVED;

  static AssociationEvent received(Pdu pdu) {
    return switch (pdu) {
      case AAssociateRQ _ -> ASSOCIATE_RQ_RECEIVED;
      case AAssociateAC _ -> ASSOCIATE_AC_RECEIVED;
      case AAssociateRJ _ -> ASSOCIATE_RJ_RECEIVED;
      case PDataTF _ -> P_DATA_TF_RECEIVED;
      case AReleaseRQ _ -> RELEASE_RQ_RECEIVED;
      case AReleaseRP _ -> RELEASE_RP_RECEIVED;
      case AAbort _ -> ABORT_RECEIVED;
    };
  }
}
