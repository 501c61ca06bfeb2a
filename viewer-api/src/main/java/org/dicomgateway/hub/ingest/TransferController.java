package org.dicomgateway.hub.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.dicomgateway.hub.index.Traces;
import org.dicomgateway.hub.security.Sites;
import org.dicomgateway.transfer.HubTrace;
import org.dicomgateway.transfer.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** tus 1.0 over HTTP: the protocol that {@link org.dicomgateway.transfer} describes. */
@RestController
@RequestMapping("/transfers")
final class TransferController {
  private static final Logger log = LoggerFactory.getLogger(TransferController.class);
  private static final String VERSION = "1.0.0";
  private static final String RESUMABLE = "Tus-Resumable";
  private static final String OFFSET = "Upload-Offset";
  private static final String LENGTH = "Upload-Length";
  private static final String BYTES = "application/offset+octet-stream";
  private static final String BEARER = "Bearer ";
  private static final int MOST_PATIENCE = 30;

  /** Spokes add to it at random. */
  private static final String RETRY_SECONDS = "5";

  private final Ingest ingest;
  private final Sites sites;
  private final Traces traces;

  TransferController(Ingest ingest, Sites sites, Traces traces) {
    this.ingest = ingest;
    this.sites = sites;
    this.traces = traces;
  }

  /** What this server can, told to anyone. */
  @RequestMapping(
      path = {"", "/{packId}"},
      method = RequestMethod.OPTIONS)
  ResponseEntity<Void> options() {
    return ResponseEntity.noContent()
        .header(RESUMABLE, VERSION)
        .header("Tus-Version", VERSION)
        .header("Tus-Extension", "creation,creation-with-upload,termination")
        .build();
  }

  @PostMapping
  ResponseEntity<Void> create(
      HttpServletRequest request,
      @RequestHeader(name = LENGTH, required = false) Long length,
      @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata)
      throws IOException {
    String site = tusSite(request);
    if (length == null) {
      throw TransferException.badRequest("header Upload-Length is missing");
    }
    String packId = packId(metadata);
    Ingest.Progress progress = ingest.create(site, packId, length);
    if (BYTES.equals(request.getContentType())) {
      progress = ingest.append(site, packId, 0, request.getInputStream());
    }
    return ResponseEntity.created(URI.create("/transfers/" + packId))
        .header(RESUMABLE, VERSION)
        .header(OFFSET, Long.toString(progress.offset()))
        .build();
  }

  private static String packId(String metadata) throws TransferException {
    String encoded =
        Arrays.stream(metadata.split(","))
            .map(String::strip)
            .filter(pair -> pair.startsWith("packId "))
            .map(pair -> pair.substring("packId ".length()).strip())
            .findFirst()
            .orElseThrow(() -> TransferException.badRequest("header Upload-Metadata lacks packId"));
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw TransferException.badRequest("packId in Upload-Metadata is not in Base64");
    }
  }

  @RequestMapping(path = "/{packId}", method = RequestMethod.HEAD)
  ResponseEntity<Void> progress(HttpServletRequest request, @PathVariable String packId)
      throws IOException {
    Ingest.Progress progress = ingest.progress(tusSite(request), packId);
    return ResponseEntity.ok()
        .header(RESUMABLE, VERSION)
        .header(OFFSET, Long.toString(progress.offset()))
        .header(LENGTH, Long.toString(progress.length()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @PatchMapping("/{packId}")
  ResponseEntity<Void> append(
      HttpServletRequest request,
      @PathVariable String packId,
      @RequestHeader(name = OFFSET, required = false) Long offset)
      throws IOException {
    String site = tusSite(request);
    if (!BYTES.equals(request.getContentType())) {
      throw new TransferException(
          TransferException.Status.UNSUPPORTED_MEDIA_TYPE, "Content-Type has to be " + BYTES);
    }
    if (offset == null) {
      throw TransferException.badRequest("header Upload-Offset is missing");
    }
    Ingest.Progress progress = ingest.append(site, packId, offset, request.getInputStream());
    return ResponseEntity.noContent()
        .header(RESUMABLE, VERSION)
        .header(OFFSET, Long.toString(progress.offset()))
        .build();
  }

  @DeleteMapping("/{packId}")
  ResponseEntity<Void> forget(HttpServletRequest request, @PathVariable String packId)
      throws IOException {
    ingest.forget(tusSite(request), packId);
    return ResponseEntity.noContent().header(RESUMABLE, VERSION).build();
  }

  @GetMapping("/{packId}/receipt")
  Receipt receipt(
      HttpServletRequest request,
      @PathVariable String packId,
      @RequestParam(name = "wait", defaultValue = "0") int seconds)
      throws IOException, InterruptedException {
    Duration patience = Duration.ofSeconds(Math.clamp(seconds, 0, MOST_PATIENCE));
    return ingest.receipt(site(request), packId, patience);
  }

  @GetMapping("/trace")
  HubTrace trace(HttpServletRequest request, @RequestParam String study) throws TransferException {
    return traces
        .trace(study, Optional.of(site(request)))
        .orElseThrow(() -> TransferException.noSuchStudy(study));
  }

  private String tusSite(HttpServletRequest request) throws TransferException {
    String version = request.getHeader(RESUMABLE);
    if (!VERSION.equals(version)) {
      throw new TransferException(
          TransferException.Status.PRECONDITION_FAILED,
          "header Tus-Resumable is %s, this hub speaks %s".formatted(version, VERSION));
    }
    return site(request);
  }

  private String site(HttpServletRequest request) throws TransferException {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .flatMap(value -> sites.siteOf(value.substring(BEARER.length()).strip()))
        .orElseThrow(
            () ->
                new TransferException(
                    TransferException.Status.UNAUTHORIZED,
                    "send the site's token as Authorization: Bearer …; `hub site add` makes one"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(TransferException e) {
    HttpStatus status = HttpStatus.valueOf(e.status().code());
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, e.getMessage());
    problem.setTitle(e.status().title());
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(status).header(RESUMABLE, VERSION).header("Tus-Version", VERSION);
    if (status == HttpStatus.UNAUTHORIZED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return response.body(problem);
  }

  /** Nobody reads an answer; the site asks for the offset when its line is back. */
  @ExceptionHandler
  void cutShort(Upload.CutShortException e, HttpServletRequest request) {
    log.info("upload {}: {}", request.getRequestURI(), e.getMessage());
  }
}
