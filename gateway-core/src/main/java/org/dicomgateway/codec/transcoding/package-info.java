/**
 * Part 10 files of native pixel data as JPEG-LS Lossless, and back to the very bytes.
 *
 * <pre>
 * header │ data set before Pixel Data │ Pixel Data                                │ behind it
 *    our header (PS3.10 §7.1)         │ native │ OB/OW, length, frames             │
 *    the same, other syntax           │ coded  │ OB, Basic Offset Table, a fragment│
 *                                     │        │ per frame, delimiter (PS3.5 §A.4) │
 * </pre>
 *
 * <p>What stands around Pixel Data stays as it is, byte for byte; of implicit VR only the headers
 * become explicit, with the representations that our reader finds, and every length stays defined
 * or undefined as it was. The one value that changes is Planar Configuration: coded frames are
 * colour-by-pixel.
 *
 * <p>A transcoded file tells nearly all that is needed to restore it; what it does not tell is in
 * {@link org.dicomgateway.codec.transcoding.Original} and has to be kept beside it. Whatever would
 * not come back bit for bit is not transcoded: {@link
 * org.dicomgateway.codec.transcoding.Transcoder} restores each file that it has written and
 * compares digests before its result counts.
 *
 * <p>Next: {@code pack}, whose manifest keeps how an instance was received.
 */
package org.dicomgateway.codec.transcoding;
