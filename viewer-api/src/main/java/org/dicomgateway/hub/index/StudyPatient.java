package org.dicomgateway.hub.index;

import org.dicomgateway.transfer.HubTrace;

/** One of the patients that a study's instances name. */
public record StudyPatient(String studyInstanceUid, HubTrace.Patient patient) {}
