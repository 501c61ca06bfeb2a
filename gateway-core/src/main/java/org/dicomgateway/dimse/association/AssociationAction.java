package org.dicomgateway.dimse.association;

/** What the upper layer does about an event (PS3.8 tables 9-6 to 9-9), in the standard's order. */
enum AssociationAction {
  /** AE-1 */
  CONNECT,
  /** AE-2: send A-ASSOCIATE-RQ. */
  SEND_ASSOCIATE_RQ,
  /** AE-3: tell the user that the peer accepted. */
  CONFIRM_ACCEPTANCE,
  /** AE-4: tell the user that the peer rejected, close. */
  CONFIRM_REJECTION_AND_CLOSE,
  /** AE-5: take the connection, start ARTIM. */
  START_ARTIM,
  /** AE-6: stop ARTIM; the request goes to the user, who accepts or rejects it. */
  INDICATE_ASSOCIATE,
  /** AE-7 */
  SEND_ASSOCIATE_AC,
  /** AE-8: send A-ASSOCIATE-RJ, start ARTIM. */
  SEND_ASSOCIATE_RJ,
  /** DT-1 */
  SEND_P_DATA,
  /** DT-2 */
  INDICATE_P_DATA,
  /** AR-1 */
  SEND_RELEASE_RQ,
  /** AR-2 */
  INDICATE_RELEASE,
  /** AR-3: tell the user that the association is released, close. */
  CONFIRM_RELEASE_AND_CLOSE,
  /** AR-4: send A-RELEASE-RP, start ARTIM. */
  SEND_RELEASE_RP_AND_START_ARTIM,
  /** AR-5: stop ARTIM. */
  STOP_ARTIM,
  /** AR-6: data that was under way when we asked for release. */
  INDICATE_P_DATA_WHILE_RELEASING,
  /** AR-7: data before we answer the peer's wish for release. */
  SEND_P_DATA_WHILE_RELEASING,
  /** AR-8: both sides asked for release. */
  INDICATE_RELEASE_COLLISION,
  /** AR-9 */
  SEND_RELEASE_RP,
  /** AR-10 */
  CONFIRM_RELEASE,
  /** AA-1: send A-ABORT of the service user, start ARTIM. */
  SEND_USER_ABORT,
  /** AA-2: stop ARTIM, close. */
  CLOSE,
  /** AA-3: tell the user that the peer aborted, close. */
  INDICATE_ABORT_AND_CLOSE,
  /** AA-4: tell the user that the connection is lost. */
  INDICATE_CONNECTION_LOST,
  /** AA-5: stop ARTIM. */
  FORGET,
  /** AA-6 */
  IGNORE,
  /** AA-7: send A-ABORT. */
  SEND_ABORT_AGAIN,
  /** AA-8: send A-ABORT of the service provider, tell the user, start ARTIM. */
  SEND_PROVIDER_ABORT
}
