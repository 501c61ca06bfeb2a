package org.dicomgateway.spoke.destination;

/**
 * Which of the parked instances are meant.
 *
 * @param study Study Instance UID; empty: any
 * @param instance SOP Instance UID; empty: any
 */
public record ParkedFilter(String study, String instance) {}
