package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
    String syntax = instance.frameTransferSyntaxUid();
    String type = MediaTypes.ofFrames(syntax);
    for (MediaRange range : accept.ranges()) {
      for (String candidate : List.of(type, MediaTypes.OCTET_STREAM)) {
        if (range.includesParts(candidate, syntax) || range.type().equals("*/*")) {
          return new PixelAnswer(true, candidate, syntax);
        }
        if (frameCount == 1 && range.includes(candidate) && range.includesSyntax(syntax)) {
          return new PixelAnswer(false, candidate, syntax);
        }
      }
    }
    throw DicomwebException.notAcceptable(
        """
        Frames of instance %s are given in %s (%s) only. Accept multipart/related; \
        type="application/octet-stream"; transfer-syntax=* or the type %s instead of %s."""
            .formatted(
                instance.stored().sopInstanceUid(),
                TransferSyntax.of(syntax).name(),
                syntax,
                type,
                accept));
  }

  void write(ServedInstance instance, List<Integer> frames, HttpServletResponse response)
      throws IOException {
    String contentType = type + "; transfer-syntax=" + transferSyntaxUid;
    if (!inParts) {
      try (var frame = instance.frame(frames.getFirst())) {
        response.setContentType(contentType);
        frame.transferTo(response.getOutputStream());
      }
      return;
    }
    MultipartRelated parts = new MultipartRelated(response, type);
    for (int frame : frames) {
      parts.part(contentType, instance.frame(frame));
    }
    parts.end();
  }
}
