package org.dicomgateway.hub.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.dicomgateway.hub.reading.Rendering;
import org.dicomgateway.hub.reading.ServedInstance;
import org.dicomgateway.hub.reading.UnrenderableException;
import org.dicomgateway.hub.reading.Window;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Documents as they are, and frames as pictures (PS3.18 §10.4.1.1.3 and §10.4.1.1.4). */
@RestController
class RenderedController {
  private static final String RENDERED =
      "/dicomweb/studies/{study}/series/{series}/instances/{instance}";
  private static final int THUMBNAIL = 128;
  private static final Pattern PAIR =
      Pattern.compile("(-?[0-9]{1,6})(?:\\.[0-9]*)?,(-?[0-9]{1,6})(?:\\.[0-9]*)?(?:,.*)?");

  private final InstanceLookup lookup;

  RenderedController(InstanceLookup lookup) {
    this.lookup = lookup;
  }

  @GetMapping({RENDERED + "/rendered", RENDERED + "/frames/{frame}/rendered"})
  void rendered(
      @PathVariable String study,
      @PathVariable String series,
      @PathVariable String instance,
      @PathVariable(required = false) Integer frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ServedInstance served = lookup.instance(study, series, instance);
    Optional<InputStream> document = served.document();
    if (document.isPresent()) {
      DocumentAnswer.write(served, document.get(), response);
    } else {
      picture(served, frame == null ? 1 : frame, Integer.MAX_VALUE, request, response);
    }
  }

  @GetMapping({RENDERED + "/thumbnail", RENDERED + "/frames/{frame}/thumbnail"})
  void thumbnail(
      @PathVariable String study,
      @PathVariable String series,
      @PathVariable String instance,
      @PathVariable(required = false) Integer frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ServedInstance served = lookup.instance(study, series, instance);
    picture(served, frame == null ? 1 : frame, THUMBNAIL, request, response);
  }

  private static void picture(
      ServedInstance instance,
      int frame,
      int largest,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (frame < 1 || frame > instance.frameCount()) {
      throw DicomwebException.notFound(
          "Instance %s has %d frames, there is no frame %d to render."
              .formatted(instance.stored().sopInstanceUid(), instance.frameCount(), frame));
    }
    String format = format(Accept.of(request));
    int[] viewport = pair(request, "viewport", largest);
    BufferedImage picture =
        Rendering.fit(render(instance, frame, request), viewport[0], viewport[1]);
    response.setContentType("image/" + format);
    response.setHeader("Cache-Control", "private, no-cache");
    ImageIO.write(picture, format, response.getOutputStream());
  }

  private static BufferedImage render(
      ServedInstance instance, int frame, HttpServletRequest request) throws IOException {
    Optional<Window> window = Optional.empty();
    if (request.getParameter("window") != null) {
      int[] asked = pair(request, "window", 0);
      window = Optional.of(new Window(asked[0], Math.max(1, asked[1])));
    }
    try {
      return Rendering.render(instance, frame, window);
    } catch (UnrenderableException e) {
      throw DicomwebException.notAcceptable(
          "Instance %s cannot be rendered: %s."
              .formatted(instance.stored().sopInstanceUid(), e.getMessage()));
    }
  }

  private static String format(Accept accept) {
    for (MediaRange range : accept.ranges()) {
      if (range.includes("image/jpeg")) {
        return "jpeg";
      }
      if (range.includes("image/png")) {
        return "png";
      }
    }
    throw DicomwebException.notAcceptable(
        "Pictures are rendered as image/jpeg or image/png, but accepted is " + accept);
  }

  /** The first two numbers of a parameter such as {@code 256,256}, without their fractions. */
  private static int[] pair(HttpServletRequest request, String name, int otherwise) {
    String text = request.getParameter(name);
    if (text == null) {
      return new int[] {otherwise, otherwise};
    }
    Matcher numbers = PAIR.matcher(text);
    if (!numbers.matches()) {
      throw DicomwebException.badRequest(
          "%s begins with two numbers and a comma between them, unlike \"%s\"."
              .formatted(name, text));
    }
    return new int[] {Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))};
  }
}
