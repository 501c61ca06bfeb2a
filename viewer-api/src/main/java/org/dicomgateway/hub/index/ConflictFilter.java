package org.dicomgateway.hub.index;

/**
 * Which conflicts are meant; an empty field means any.
 *
 * @param sha256 of the bytes that are kept, as the spoke received them
 */
public record ConflictFilter(String studyInstanceUid, String sopInstanceUid, String sha256) {}
