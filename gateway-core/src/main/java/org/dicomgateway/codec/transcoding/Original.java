package org.dicomgateway.codec.transcoding;

/**
 * What a file was before it was transcoded, as far as the transcoded file does not tell.
 *
 * @param transferSyntaxUid Implicit or Explicit VR Little Endian
 * @param length bytes of the Part 10 file
 * @param sha256 of the Part 10 file, lower-case hex
 * @param pixelDataVr OB or OW, as explicit VR had it
 * @param planarConfiguration 1 if colours came by plane (PS3.3 §C.7.6.3.1.3), else 0
 */
public record Original(
    String transferSyntaxUid,
    long length,
    String sha256,
    String pixelDataVr,
    int planarConfiguration) {}
