package org.dicomgateway.transfer;

import java.util.List;

/**
 * What the hub says of a pack: the answer to {@code GET /transfers/<pack id>/receipt}.
 *
 * @param state how far the pack has come
 * @param reason why it was rejected; empty otherwise
 * @param instances one for each of the pack's instances once it is archived; none before
 */
public record Receipt(String packId, State state, String reason, List<InstanceReceipt> instances) {

  public enum State {
    /** Bytes are missing: HEAD tells the offset. */
    RECEIVING,
    /** All bytes are there; they are being checked and archived. */
    INGESTING,
    /** Archived, re-read, indexed. The spoke's duty ends here. */
    ARCHIVED,
    /** The bytes are no pack that can be taken; sending the same again will not help. */
    REJECTED
  }

  /**
   * @param sha256 digest of the Part 10 file as the spoke received it
   * @param reason why, if the outcome is not {@link Outcome#STORED}
   */
  public record InstanceReceipt(
      String sopInstanceUid, String sha256, Outcome outcome, String reason) {}

  public enum Outcome {
    STORED,
    /** The hub had the same bytes already. */
    DUPLICATE,
    /** The hub has other bytes under this SOP Instance UID; these are kept beside them. */
    CONFLICT
  }
}
