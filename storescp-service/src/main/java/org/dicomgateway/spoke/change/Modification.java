package org.dicomgateway.spoke.change;

import java.time.Instant;

/**
 * Who changes an instance (PS3.3 §C.12.1.1.9).
 *
 * @param system that changes it: Modifying System (0400,0563)
 * @param source that it came from: Source of Previous Values (0400,0564); may be empty
 * @param at Attribute Modification DateTime (0400,0562); with the same time an instance always
 *     becomes the same bytes
 */
public record Modification(String system, String source, Instant at) {}
