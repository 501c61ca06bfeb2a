package org.dicomgateway.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The viewer's page at the addresses it knows itself by, and its configuration. */
@Controller
class ViewerController {
  private final ViewerFile page;
  private final String contentSecurityPolicy;

  ViewerController(ViewerFiles files) throws IOException {
    this.page = files.page();
    try (InputStream html = page.open()) {
      this.contentSecurityPolicy =
          ContentSecurityPolicy.ofViewer(new String(html.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The policy goes with the page only: decoders in workers of ours need more than it allows. */
  @GetMapping({"/viewer", "/viewer/{source}", "/notfoundstudy"})
  void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Content-Security-Policy", contentSecurityPolicy);
    response.setHeader("Cache-Control", CacheControl.noCache().getHeaderValue());
    response.setHeader("Vary", "Accept-Encoding");
    page.write(request, response);
  }

  @GetMapping("/app-config.js")
  ResponseEntity<Resource> configuration() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
        .body(new ClassPathResource("viewer/app-config.js"));
  }
}
