package org.dicomgateway.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the hub remembers of a study's way: the answer to {@code GET /transfers/trace?study=…}.
 *
 * @param packs in the order of their ids, which is that of their making
 * @param patients whom the study's instances name; more than one and they are in conflict
 */
public record HubTrace(String studyInstanceUid, List<PackTrace> packs, List<Patient> patients) {

  /**
   * @param length bytes of the pack
   * @param acknowledgedFrom when the spoke acknowledged the first of its instances
   * @param acknowledgedTo when it acknowledged the last
   * @param prepared what of it the spoke made smaller; unknown where an older hub registered it
   * @param createdAt when the spoke laid it out
   * @param receivedAt when the hub had its last byte; unknown after the index was rebuilt
   * @param archivedAt when it was stored and read again; unknown likewise
   * @param indexedAt when readers could see it
   * @param instances what became of each
   */
  public record PackTrace(
      String packId,
      String site,
      long length,
      Optional<Instant> acknowledgedFrom,
      Optional<Instant> acknowledgedTo,
      Optional<Prepared> prepared,
      Optional<Instant> createdAt,
      Optional<Instant> receivedAt,
      Optional<Instant> archivedAt,
      Optional<Instant> indexedAt,
      List<Receipt.InstanceReceipt> instances) {}

  /**
   * The instances that were compressed without loss before they were sent.
   *
   * @param instances how many; all others lie in the pack as they were received
   * @param receivedLength their bytes as they were received
   * @param length their bytes in the pack
   * @param from when the first was compressed; empty if none was, or the spoke did not say
   * @param to when the last was
   */
  public record Prepared(
      long instances,
      long receivedLength,
      long length,
      Optional<Instant> from,
      Optional<Instant> to) {}

  /**
   * A patient as instances of the study name him. Texts are as DICOM has them, empty if absent.
   *
   * @param issuer who issued the patient ID; the site if the instances do not say
   * @param instances how many
   */
  public record Patient(
      String site, String patientId, String issuer, String patientName, long instances) {}
}
