package org.dicomgateway.spoke.forward;

import java.nio.file.Path;
import java.time.Instant;
import org.dicomgateway.codec.transcoding.Transcoded;

/**
 * What is sent in an instance's place.
 *
 * @param file a Part 10 file, never changed
 * @param at when it was made, to the millisecond; the same whenever it is asked for
 */
public record PreparedFile(Path file, Transcoded transcoded, Instant at) {}
