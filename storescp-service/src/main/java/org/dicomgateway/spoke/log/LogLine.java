package org.dicomgateway.spoke.log;

import java.time.Instant;

/**
 * Something that was told.
 *
 * @param number counts up from 1 in this process
 * @param logger the class that tells it, without its package
 * @param message may have several lines, a stack trace among them
 */
public record LogLine(long number, Instant at, LogLevel level, String logger, String message) {}
