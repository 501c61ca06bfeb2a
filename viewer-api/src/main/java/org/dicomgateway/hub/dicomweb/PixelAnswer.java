package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.hub.reading.ServedInstance;

/**
 * How frames are sent: in parts or, a single one, without them.
 *
 * @param type of a frame, as the client asked for it: the one of its encoding or octet-stream
 */
record PixelAnswer(boolean inParts, String type, String transferSyntaxUid) {

  /**
   * Chooses by what the client wants most.
   *
   * @throws DicomwebException if it accepts nothing we have
   */
  static PixelAnswer of(ServedInstance instance, int frameCount, Accept accept) {
    for (MediaRange range : accept.ranges()) {
      for (PixelAnswer answer : answers(instance, range)) {
        String type = answer.type;
        String syntax = answer.transferSyntaxUid;
        if (range.includesParts(type, syntax) || range.type().equals("*/*")) {
          return answer;
        }
        if (frameCount == 1 && range.includes(type) && range.includesSyntax(syntax)) {
          return new PixelAnswer(false, type, syntax);
        }
      }
    }
    String syntax = instance.frameTransferSyntaxUid();
    throw DicomwebException.notAcceptable(
        """
        Frames of instance %s are given in %s (%s)%s only. Accept multipart/related; \
        type="application/octet-stream"; transfer-syntax=* or the type %s instead of %s."""
            .formatted(
                instance.stored().sopInstanceUid(),
                TransferSyntax.of(syntax).name(),
                syntax,
                instance.hasNativeFrames() ? " and in Explicit VR Little Endian" : "",
                MediaTypes.ofFrames(syntax),
                accept));
  }

  /**
   * What there is, best first. Octets of no named syntax are native ones (PS3.18 §8.7.3.3.2) where
   * these were received.
   */
  private static List<PixelAnswer> answers(ServedInstance instance, MediaRange range) {
    String stored = instance.frameTransferSyntaxUid();
    PixelAnswer image = new PixelAnswer(true, MediaTypes.ofFrames(stored), stored);
    PixelAnswer octets = new PixelAnswer(true, MediaTypes.OCTET_STREAM, stored);
    if (!instance.hasNativeFrames()) {
      return List.of(image, octets);
    }
    PixelAnswer plain = new PixelAnswer(true, MediaTypes.OCTET_STREAM, UID.ExplicitVRLittleEndian);
    return range.namesSyntax() ? List.of(image, octets, plain) : List.of(image, plain);
  }

  void write(ServedInstance instance, List<Integer> frames, HttpServletResponse response)
      throws IOException {
    String contentType = type + "; transfer-syntax=" + transferSyntaxUid;
    if (!inParts) {
      try (var frame = open(instance, frames.getFirst())) {
        response.setContentType(contentType);
        frame.transferTo(response.getOutputStream());
      }
      return;
    }
    MultipartRelated parts = new MultipartRelated(response, type);
    for (int frame : frames) {
      parts.part(contentType, open(instance, frame));
    }
    parts.end();
  }

  private InputStream open(ServedInstance instance, int frame) throws IOException {
    return transferSyntaxUid.equals(instance.frameTransferSyntaxUid())
        ? instance.frame(frame)
        : instance.nativeFrame(frame);
  }
}
