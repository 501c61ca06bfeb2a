package org.dicomgateway.hub.dicomweb;

import org.dicomgateway.dicom.data.UID;

/** Media types of DICOMweb (PS3.18 §8.7.3). */
final class MediaTypes {
  static final String DICOM = "application/dicom";
  static final String DICOM_JSON = "application/dicom+json";
  static final String OCTET_STREAM = "application/octet-stream";

  private MediaTypes() {}

  /** The type of frames in a transfer syntax. */
  static String ofFrames(String transferSyntaxUid) {
    return switch (transferSyntaxUid) {
      case UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGLossless, UID.JPEGLosslessSV1 ->
          "image/jpeg";
      case UID.JPEGLSLossless, UID.JPEGLSNearLossless -> "image/jls";
      case UID.JPEG2000Lossless, UID.JPEG2000 -> "image/jp2";
      case UID.JPEG2000MCLossless, UID.JPEG2000MC -> "image/jpx";
      case UID.JPEGXLLossless, UID.JPEGXLJPEGRecompression, UID.JPEGXL -> "image/jxl";
      case UID.HTJ2KLossless, UID.HTJ2KLosslessRPCL, UID.HTJ2K -> "image/jphc";
      case UID.RLELossless -> "image/dicom-rle";
      default -> OCTET_STREAM;
    };
  }
}
