/**
 * JPEG-LS (ISO/IEC 14495-1, ITU-T T.87) of one frame: lossless both ways; near-lossless streams are
 * read, never written.
 *
 * <p>Next: {@code codec/transcoding}, which makes Part 10 files of such frames.
 */
package org.dicomgateway.codec.jpegls;
