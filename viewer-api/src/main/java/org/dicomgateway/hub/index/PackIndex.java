package org.dicomgateway.hub.index;

import java.util.Optional;
import org.dicomgateway.transfer.Receipt;

/** The writing side of the index. Thread-safe. */
public interface PackIndex {

  /**
   * Makes a pack's instances visible, all at once. An instance whose bytes, as the spoke received
   * them, are known is a duplicate and changes nothing; other bytes under a known SOP Instance UID
   * are noted as a conflict, and the first stay the ones that are served.
   *
   * @return the receipt; for a pack that was registered before, the one it had then
   */
  Receipt register(ArchivedPack pack);

  /** A registered pack; empty if it is not known or another site's. */
  Optional<RegisteredPack> pack(String site, String packId);

  /**
   * @param length bytes of the pack
   */
  record RegisteredPack(long length, Receipt receipt) {}
}
