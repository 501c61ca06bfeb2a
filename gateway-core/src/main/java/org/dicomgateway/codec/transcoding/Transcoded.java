package org.dicomgateway.codec.transcoding;

/**
 * A file that was transcoded and proven.
 *
 * @param length bytes
 * @param sha256 lower-case hex
 * @param original what restoring needs
 */
public record Transcoded(long length, String sha256, int crc32, Original original) {}
