package org.dicomgateway.spoke.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.pack.UnidentifiedInstanceException;
import org.dicomgateway.spoke.receive.Importer;
import org.dicomgateway.spoke.route.Decision;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Instances as files: in from people, and out as they were received. */
@RestController
public final class InstanceController {

  /**
   * @param id of its file in the spool
   * @param length bytes of the Part 10 file
   * @param sha256 of the Part 10 file, lower-case hex
   */
  record Stored(
      String id,
      String studyInstanceUid,
      String seriesInstanceUid,
      String sopInstanceUid,
      long length,
      String sha256,
      Instant receivedAt) {
    static Stored of(SpooledInstance instance) {
      return new Stored(
          instance.id(),
          instance.identity().studyInstanceUid(),
          instance.identity().seriesInstanceUid(),
          instance.identity().sopInstanceUid(),
          instance.length(),
          instance.sha256(),
          instance.receivedAt());
    }
  }

  private final Spool spool;
  private final Router router;
  private final Importer importer;

  InstanceController(SpokeStatus.Source source) {
    this.spool = source.spool();
    this.router = source.router();
    this.importer = source.importer();
  }

  /** Takes a Part 10 file, the body; it is durable when this is answered. */
  @PostMapping("/api/instances")
  @ResponseStatus(HttpStatus.CREATED)
  Stored store(HttpServletRequest request) throws IOException, InterruptedException {
    try {
      return Stored.of(importer.take(request.getInputStream(), request.getRemoteAddr()));
    } catch (DicomParseException | UnidentifiedInstanceException e) {
      throw new UnusableException("this is no DICOM instance: " + e.getMessage());
    }
  }

  /** What the spool holds of a study, in the order of receipt. */
  @GetMapping("/api/studies/{study}/instances")
  List<Stored> instances(@PathVariable String study) throws IOException {
    List<Stored> instances = new ArrayList<>();
    for (Decision decision : router.decisions(study)) {
      instances.add(Stored.of(spool.read(decision.id())));
    }
    if (instances.isEmpty()) {
      throw new NotHereException("nothing of study " + study + " is in this spoke");
    }
    return instances;
  }

  /** An instance's Part 10 file, as it was received. */
  @GetMapping("/api/studies/{study}/instances/{id}")
  void file(@PathVariable String study, @PathVariable String id, HttpServletResponse response)
      throws IOException {
    if (router.decisions(study).stream().noneMatch(decision -> decision.id().equals(id))) {
      throw new NotHereException("there is no instance %s of study %s".formatted(id, study));
    }
    SpooledInstance instance = spool.read(id);
    try (InputStream file = spool.open(instance)) {
      response.setContentType("application/dicom");
      response.setContentLengthLong(instance.length());
      file.transferTo(response.getOutputStream());
    }
  }
}
