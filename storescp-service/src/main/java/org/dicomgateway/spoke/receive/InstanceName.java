package org.dicomgateway.spoke.receive;

import org.dicomgateway.dimse.service.CStoreRequest;
import org.dicomgateway.pack.InstanceIdentity;

/** What a C-STORE command and its data set both say of an instance. */
record InstanceName(String sopClassUid, String sopInstanceUid) {
  static InstanceName of(CStoreRequest request) {
    return new InstanceName(request.affectedSopClassUid(), request.affectedSopInstanceUid());
  }

  static InstanceName of(InstanceIdentity identity) {
    return new InstanceName(identity.sopClassUid(), identity.sopInstanceUid());
  }

  @Override
  public String toString() {
    return sopInstanceUid + " of class " + sopClassUid;
  }
}
