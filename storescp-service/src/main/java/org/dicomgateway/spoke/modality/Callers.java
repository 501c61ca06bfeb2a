package org.dicomgateway.spoke.modality;

import java.util.Optional;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.spoke.spool.Sender;

/** Who may send, and who has. Thread-safe. */
public interface Callers {
  /** Everybody may, and nobody is remembered. */
  Callers ANYBODY =
      new Callers() {
        @Override
        public Optional<AAssociateRJ.Reason> refuse(String aeTitle, String host) {
          return Optional.empty();
        }

        @Override
        public Optional<String> doubts(Sender sender) {
          return Optional.empty();
        }

        @Override
        public void stored(String aeTitle, String host, String modality) {
          // Not remembered.
        }
      };

  /** Somebody calls; the reason to reject the association, or empty. */
  Optional<AAssociateRJ.Reason> refuse(String aeTitle, String host);

  /** Why what somebody sent is to be held until a person releases it, or empty. */
  Optional<String> doubts(Sender sender);

  /**
   * An instance of somebody's is stored.
   *
   * @param modality (0008,0060) of it; may be empty
   */
  void stored(String aeTitle, String host, String modality);
}
