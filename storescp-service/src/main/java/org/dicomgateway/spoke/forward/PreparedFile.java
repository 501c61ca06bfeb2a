package org.dicomgateway.spoke.forward;

import java.nio.file.Path;
import org.dicomgateway.codec.transcoding.Transcoded;

/**
 * What is sent in an instance's place.
 *
 * @param file a Part 10 file, never changed
 */
public record PreparedFile(Path file, Transcoded transcoded) {}
