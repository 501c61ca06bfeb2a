package org.dicomgateway.spoke.versions;

import java.time.Instant;

/**
 * A text as it was written at some time.
 *
 * @param number from 1
 * @param by who wrote them
 * @param why what for; may be empty
 */
public record Version(int number, Instant at, String by, String why) {}
