package org.dicomgateway.hub.web;

import java.util.List;

/**
 * A study as it is shown: every text ready to be read.
 *
 * @param isNew whether something of it has arrived within the last minutes
 */
public record StudyLine(
    String studyInstanceUid,
    String patientName,
    String patientId,
    String birthDate,
    String sex,
    String studyDate,
    String studyTime,
    List<String> modalities,
    String description,
    String accessionNumber,
    int series,
    int instances,
    int conflicts,
    int patients,
    String site,
    String arrivedDate,
    String arrivedTime,
    boolean isNew) {}
