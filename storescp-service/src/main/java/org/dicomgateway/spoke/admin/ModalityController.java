package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.spoke.admin.ModalityList.Known;
import org.dicomgateway.spoke.modality.EchoCheck;
import org.dicomgateway.spoke.modality.Modalities;
import org.dicomgateway.spoke.modality.Modality;
import org.dicomgateway.spoke.modality.Network;
import org.dicomgateway.spoke.modality.UnknownModalities;
import org.dicomgateway.spoke.versions.UnusableTextException;
import org.dicomgateway.spoke.versions.Version;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/modalities}: who sends, and who may. */
@RestController
public final class ModalityController {

  record Policy(UnknownModalities before, UnknownModalities now) {}

  /**
   * @param before version that held before; 0 if there was none
   * @param modalities that are known now
   */
  record Rollback(int before, Version now, UnknownModalities unknown, List<Known> modalities) {}

  private final Modalities modalities;
  private final String aeTitle;

  ModalityController(SpokeStatus.Source source) {
    this.modalities = source.modalities();
    this.aeTitle = source.aeTitle();
  }

  @GetMapping("/api/modalities")
  ModalityList all() {
    return ModalityList.of(modalities, Instant.now());
  }

  @GetMapping("/api/modalities/versions")
  List<Version> versions() throws IOException {
    return modalities.versions();
  }

  /** Has those of an older version be known again; 0: none, as before the first. */
  @PostMapping("/api/modalities/versions/{version}/restore")
  Rollback restore(
      @PathVariable int version,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String why)
      throws IOException {
    try {
      Modalities.Rollback done = modalities.rollBack(version, by, why);
      List<Known> known = done.table().modalities().stream().map(Known::of).toList();
      return new Rollback(done.before(), done.now(), done.table().unknown(), known);
    } catch (NoSuchFileException e) {
      throw new NotHereException("there is no version " + version + " of the modalities");
    } catch (UnusableTextException e) {
      throw new UnusableException(
          "version %d cannot be used, what was known still is:\n%s"
              .formatted(version, e.getMessage()));
    }
  }

  @PostMapping("/api/modalities")
  Known add(
      @RequestParam String name,
      @RequestParam(name = "ae-title") String title,
      @RequestParam(defaultValue = "") String address,
      @RequestParam Optional<Integer> port,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String why)
      throws IOException {
    try {
      Modality modality =
          new Modality(
              checked(name),
              ApplicationEntity.checkTitle(title),
              address.isBlank() ? Optional.empty() : Optional.of(Network.parse(address)),
              port.map(ModalityController::checked),
              description.strip());
      modalities.add(modality, by, why);
      return Known.of(modality);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(e.getMessage());
    }
  }

  private static String checked(String name) {
    if (name.isBlank() || name.length() > 64 || name.contains("/")) {
      throw new IllegalArgumentException(
          "'%s' is no name: 1 to 64 characters without '/'".formatted(name));
    }
    return name.strip();
  }

  private static int checked(int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("%d is no port: from 1 to 65535".formatted(port));
    }
    return port;
  }

  @DeleteMapping("/api/modalities/{name}")
  Known remove(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String why)
      throws IOException {
    try {
      return Known.of(modalities.remove(name, by, why));
    } catch (NoSuchElementException e) {
      throw new NotHereException(e.getMessage());
    }
  }

  /** What becomes of those that are not known, from now on. */
  @PutMapping("/api/modalities/unknown")
  Policy say(
      @RequestParam String policy,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String why)
      throws IOException {
    try {
      UnknownModalities now = UnknownModalities.parse(policy);
      return new Policy(modalities.say(now, by, why), now);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(e.getMessage());
    }
  }

  /** C-ECHO from here to there. */
  @PostMapping("/api/modalities/{name}/test")
  EchoCheck.Result test(@PathVariable String name) {
    try {
      return EchoCheck.of(modalities.named(name), aeTitle);
    } catch (NoSuchElementException e) {
      throw new NotHereException(e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UnusableException(e.getMessage());
    }
  }
}
