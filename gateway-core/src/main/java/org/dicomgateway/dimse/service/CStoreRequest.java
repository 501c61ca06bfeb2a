package org.dicomgateway.dimse.service;

import java.util.Optional;
import org.dicomgateway.dimse.association.PresentationContext;

/**
 * A request to store an instance (PS3.7 §9.3.1), as its command tells; the data set may say
 * otherwise.
 *
 * @param affectedSopClassUid may differ from the context's abstract syntax where a sender is wrong
 * @param priority MEDIUM if the sender does not say, though it should
 * @param moveOriginator AE title of the C-MOVE this is a part of
 * @param presentationContext the context the instance came in
 * @param remoteHost address as text
 */
public record CStoreRequest(
    String affectedSopClassUid,
    String affectedSopInstanceUid,
    Priority priority,
    Optional<String> moveOriginator,
    PresentationContext presentationContext,
    String callingAeTitle,
    String calledAeTitle,
    String remoteHost) {

  /** Transfer Syntax UID of the data set's bytes. */
  public String transferSyntax() {
    return presentationContext.transferSyntax();
  }
}
