package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dicomgateway.hub.reading.ServedInstance;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Frames of pixel data (PS3.18 §10.4.1.1.6), each by one ranged read. */
@RestController
class FramesController {
  private final InstanceLookup lookup;

  FramesController(InstanceLookup lookup) {
    this.lookup = lookup;
  }

  @GetMapping("/dicomweb/studies/{study}/series/{series}/instances/{instance}/frames/{list}")
  void frames(
      @PathVariable String study,
      @PathVariable String series,
      @PathVariable String instance,
      @PathVariable String list,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ServedInstance served = lookup.instance(study, series, instance);
    List<Integer> frames = numbers(list, served);
    PixelAnswer answer = PixelAnswer.of(served, frames.size(), Accept.of(request));
    String representation = "-" + list + "-" + answer.transferSyntaxUid();
    if (!InstanceCaching.isKnown(request, response, served.stored().sha256(), representation)) {
      answer.write(served, frames, response);
    }
  }

  private static List<Integer> numbers(String list, ServedInstance instance) {
    if (!list.matches("[1-9][0-9]{0,8}(,[1-9][0-9]{0,8})*")) {
      throw DicomwebException.badRequest(
          "Frames are asked for by their numbers from 1, with commas between them, not by \""
              + list
              + "\".");
    }
    List<Integer> frames = Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
    for (int frame : frames) {
      if (frame > instance.frameCount()) {
        throw DicomwebException.notFound(
            "Instance %s has %d frames, there is no frame %d."
                .formatted(instance.stored().sopInstanceUid(), instance.frameCount(), frame));
      }
    }
    return frames;
  }
}
