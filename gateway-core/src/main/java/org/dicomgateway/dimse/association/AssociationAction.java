package org.dicomgateway.dimse.association;

/** What the upper layer does about an event (PS3.8 tables 9-6 to 9-9), in the standard's order. */
enum AssociationAction {
  CONNECT("AE-1"),
  /** Send A-ASSOCIATE-RQ. */
  SEND_ASSOCIATE_RQ("AE-2"),
  /** Tell the user that the peer accepted. */
  CONFIRM_ACCEPTANCE("AE-3"),
  /** Tell the user that the peer rejected, close. */
  CONFIRM_REJECTION_AND_CLOSE("AE-4"),
  /** Take the connection, start ARTIM. */
  START_ARTIM("AE-5"),
  /** Stop ARTIM; the request goes to the user, who accepts or rejects it. */
  INDICATE_ASSOCIATE("AE-6"),
  SEND_ASSOCIATE_AC("AE-7"),
  /** Send A-ASSOCIATE-RJ, start ARTIM. */
  SEND_ASSOCIATE_RJ("AE-8"),
  SEND_P_DATA("DT-1"),
  INDICATE_P_DATA("DT-2"),
  SEND_RELEASE_RQ("AR-1"),
  INDICATE_RELEASE("AR-2"),
  /** Tell the user that the association is released, close. */
  CONFIRM_RELEASE_AND_CLOSE("AR-3"),
  /** Send A-RELEASE-RP, start ARTIM. */
  SEND_RELEASE_RP_AND_START_ARTIM("AR-4"),
  /** Stop ARTIM. */
  STOP_ARTIM("AR-5"),
  /** Data that was under way when we asked for release. */
  INDICATE_P_DATA_WHILE_RELEASING("AR-6"),
  /** Data before we answer the peer's wish for release. */
  SEND_P_DATA_WHILE_RELEASING("AR-7"),
  /** Both sides asked for release. */
  INDICATE_RELEASE_COLLISION("AR-8"),
  SEND_RELEASE_RP("AR-9"),
  CONFIRM_RELEASE("AR-10"),
  /** Send A-ABORT of the service user, start ARTIM. */
  SEND_USER_ABORT("AA-1"),
  /** Stop ARTIM, close. */
  CLOSE("AA-2"),
  /** Tell the user that the peer aborted, close. */
  INDICATE_ABORT_AND_CLOSE("AA-3"),
  /** Tell the user that the connection is lost. */
  INDICATE_CONNECTION_LOST("AA-4"),
  /** Stop ARTIM. */
  FORGET("AA-5"),
  IGNORE("AA-6"),
  /** Send A-ABORT. */
  SEND_ABORT_AGAIN("AA-7"),
  /** Send A-ABORT of the service provider, tell the user, start ARTIM. */
  SEND_PROVIDER_ABORT("AA-8");

  private final String standardName;

  AssociationAction(String standardName) {
    this.standardName = standardName;
  }

  /** Its name in PS3.8. */
  String standardName() {
    return standardName;
  }
}
