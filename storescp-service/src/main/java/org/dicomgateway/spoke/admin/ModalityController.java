package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.spoke.modality.EchoCheck;
import org.dicomgateway.spoke.modality.Heard;
import org.dicomgateway.spoke.modality.Modalities;
import org.dicomgateway.spoke.modality.Modality;
import org.dicomgateway.spoke.modality.ModalityTable;
import org.dicomgateway.spoke.modality.Network;
import org.dicomgateway.spoke.modality.UnknownModalities;
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

  /**
   * @param address empty text: any
   * @param port null: it answers no C-ECHO
   */
  record Known(String name, String aeTitle, String address, Integer port, String description) {
    static Known of(Modality one) {
      String address = one.address().map(Network::toString).orElse("");
      return new Known(
          one.name(), one.aeTitle(), address, one.port().orElse(null), one.description());
    }
  }

  /**
   * @param modality null: nobody made it known
   * @param lastHeard null: it never called
   * @param instancesToday stored
   * @param lastModality (0008,0060) of the last instance; may be empty
   * @param refused associations rejected because it is not known
   */
  record Caller(
      Known modality,
      String aeTitle,
      String address,
      Instant lastHeard,
      long instancesToday,
      String lastModality,
      long refused) {}

  /**
   * @param unknown what becomes of those that are not known
   * @param modalities that are known, and then others that called, the last one first
   */
  record All(Instant at, UnknownModalities unknown, List<Caller> modalities) {}

  record Policy(UnknownModalities before, UnknownModalities now) {}

  private final Modalities modalities;
  private final String aeTitle;

  ModalityController(SpokeStatus.Source source) {
    this.modalities = source.modalities();
    this.aeTitle = source.aeTitle();
  }

  @GetMapping("/api/modalities")
  All all() {
    ModalityTable table = modalities.live();
    List<Heard> heard = modalities.heard();
    Instant now = Instant.now();
    List<Caller> callers =
        new ArrayList<>(
            table.modalities().stream().map(one -> known(one, table, heard, now)).toList());
    heard.stream()
        .filter(one -> table.calling(one.aeTitle(), one.address()).isEmpty())
        .map(one -> stranger(one, now))
        .forEach(callers::add);
    return new All(now, table.unknown(), callers);
  }

  private static Caller known(
      Modality modality, ModalityTable table, List<Heard> heard, Instant now) {
    List<Heard> its =
        heard.stream()
            .filter(
                one ->
                    table
                        .calling(one.aeTitle(), one.address())
                        .filter(modality::equals)
                        .isPresent())
            .toList();
    Optional<Heard> last = its.stream().max(Comparator.comparing(Heard::last));
    return new Caller(
        Known.of(modality),
        modality.aeTitle(),
        last.map(Heard::address).orElseGet(() -> Known.of(modality).address()),
        last.map(Heard::last).orElse(null),
        its.stream().mapToLong(one -> one.today(now)).sum(),
        last.map(Heard::modality).orElse(""),
        0);
  }

  private static Caller stranger(Heard one, Instant now) {
    return new Caller(
        null,
        one.aeTitle(),
        one.address(),
        one.last(),
        one.today(now),
        one.modality(),
        one.refused());
  }

  @GetMapping("/api/modalities/versions")
  List<Version> versions() throws IOException {
    return modalities.versions();
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
