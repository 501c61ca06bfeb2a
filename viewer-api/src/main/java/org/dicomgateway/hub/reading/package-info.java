/**
 * From a row of the index to what a reader gets: bytes of instances by ranged reads, frames in an
 * encoding that viewers can draw, metadata that agrees with those frames, pictures and documents.
 *
 * <p>Frames are handed out as they are stored. The exceptions stand in {@link
 * org.dicomgateway.hub.reading.ServedPixels}, all in one place.
 *
 * <p>Next: {@link org.dicomgateway.hub.dicomweb}, which speaks HTTP.
 */
package org.dicomgateway.hub.reading;
