package org.dicomgateway.hub.index;

import java.time.Instant;
import java.util.List;

/**
 * One line of the study list. Texts are as DICOM has them, empty if absent.
 *
 * @param patientName all component groups, {@code NGUYỄN^VĂN AN}
 * @param studyDate {@code 20261121}
 * @param studyTime {@code 193000.000}
 * @param modalities of its series, in their order
 * @param conflicts instances that also came with other bytes, which are kept but not served
 * @param patients how many its instances name; more than one is a conflict
 * @param arrivedAt when its latest instance was indexed
 */
public record StudySummary(
    String site,
    String studyInstanceUid,
    String patientName,
    String patientId,
    String patientBirthDate,
    String patientSex,
    String studyDate,
    String studyTime,
    String accessionNumber,
    String description,
    List<String> modalities,
    int series,
    int instances,
    int conflicts,
    int patients,
    Instant arrivedAt) {}
