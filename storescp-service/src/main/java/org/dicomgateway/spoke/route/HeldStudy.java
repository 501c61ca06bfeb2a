package org.dicomgateway.spoke.route;

/**
 * A study that a person holds back.
 *
 * @param held instances that are kept, by a rule too
 * @param onTheirWay those of them that a destination may yet get: they were being sent
 * @param delivered instances that every destination had before
 */
public record HeldStudy(StudyHold hold, long held, long onTheirWay, long delivered) {}
