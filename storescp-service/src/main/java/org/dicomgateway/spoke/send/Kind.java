package org.dicomgateway.spoke.send;

import org.dicomgateway.spoke.spool.SpooledInstance;

/** A SOP class in a transfer syntax: what a presentation context is proposed for. */
record Kind(String sopClass, String transferSyntax) {
  static Kind of(SpooledInstance instance) {
    return new Kind(instance.identity().sopClassUid(), instance.transferSyntaxUid());
  }
}
