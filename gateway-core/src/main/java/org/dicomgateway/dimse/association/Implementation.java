package org.dicomgateway.dimse.association;

import java.util.List;
import org.dicomgateway.dimse.pdu.UserInformation;
import org.dicomgateway.dimse.pdu.UserItem;

/** Who we are in every association (PS3.7 §D.3.3.2). */
public final class Implementation {
  /** Of a UUID (PS3.5 §B.2), so that it needs no registered root. */
  public static final String CLASS_UID = "2.25.166041364172254963210863117904356212853";

  public static final String VERSION_NAME = "DICOMGATEWAY_1";

  private Implementation() {}

  /** What we tell each peer: the longest P-DATA-TF we want, and who we are. */
  static UserInformation userInformation(int maximumLength) {
    return new UserInformation(
        List.of(
            new UserItem.MaximumLength(maximumLength),
            new UserItem.ImplementationClassUid(CLASS_UID),
            new UserItem.ImplementationVersionName(VERSION_NAME)));
  }
}
