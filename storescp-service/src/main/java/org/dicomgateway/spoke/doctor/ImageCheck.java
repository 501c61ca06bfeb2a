package org.dicomgateway.spoke.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationRejectedException;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.ServiceClassUser;
import org.dicomgateway.dimse.service.ServiceClassUser.Response;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.destination.InstanceProgress;

/**
 * Sends a test image as a modality does, and waits until the hub has it archived and indexed.
 *
 * @param own where the spoke receives
 * @param sayings what the spoke and the hub know of the image
 */
public record ImageCheck(OwnPortCheck own, String site, Destinations destinations, Sayings sayings)
    implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String ABOUT = "test image";

  /** What is known of a study beside its queue. */
  public interface Sayings {
    /** Why it is kept here and goes nowhere, or empty. */
    Optional<String> kept(String study);

    /** Whether the hub serves it to readers now. */
    boolean isIndexedAtHub(String study) throws InterruptedException;
  }

  @Override
  public List<Finding> findings() throws InterruptedException {
    TestImage image = new TestImage(site);
    Instant start = Instant.now();
    Optional<Finding> refused = send(image);
    return List.of(refused.isPresent() ? refused.get() : followed(image, start));
  }

  private Optional<Finding> send(TestImage image) {
    ProposedContext context =
        new ProposedContext(1, UID.SecondaryCaptureImageStorage, List.of(TestImage.SYNTAX.uid()));
    try (Association association = OwnPortCheck.requestor().open(own.self(), List.of(context))) {
      Response response =
          new ServiceClassUser(association)
              .store(
                  image.instance(),
                  association.presentationContext(1).orElseThrow(),
                  new ByteArrayInputStream(image.bytes()));
      association.release();
      return response.status().equals(Status.SUCCESS)
          ? Optional.empty()
          : Optional.of(
              Finding.failed(
                  ABOUT,
                  "the spoke answers %s %s".formatted(response.status(), response.comment()),
                  response.status().remedy()));
    } catch (AssociationRejectedException e) {
      return Optional.of(OwnPortCheck.refused(e.getMessage()));
    } catch (IOException e) {
      return Optional.of(
          Finding.failed(
              ABOUT, "the spoke does not take it: " + e.getMessage(), "see the findings above"));
    }
  }

  private Finding followed(TestImage image, Instant start) throws InterruptedException {
    Finding last = waits("it is received, and nothing is queued for the hub yet");
    while (Duration.between(start, Instant.now()).compareTo(PATIENCE) < 0) {
      Optional<String> kept = sayings.kept(image.study());
      if (kept.isPresent()) {
        return Finding.warning(
            ABOUT,
            "it is received and goes nowhere: " + kept.get(),
            "if that is not meant so: 'gateway spoke route explain %s'".formatted(image.study()));
      }
      Optional<InstanceProgress> newest = newest(image, start);
      if (newest.isPresent()) {
        switch (newest.get().state()) {
          case DELIVERED -> {
            return arrived(image, start);
          }
          case PARKED -> {
            return Finding.failed(
                ABOUT, "it is parked: " + newest.get().note(), "see what the hub's log says");
          }
          default -> last = waits("it is received, and not at the hub yet");
        }
      }
      Thread.sleep(50);
    }
    return last;
  }

  private Optional<InstanceProgress> newest(TestImage image, Instant start) {
    List<InstanceProgress> all =
        destinations.named(Destination.HUB).map(hub -> hub.trace(image.study())).orElse(List.of());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.getLast())
            .filter(one -> one.acceptedAt().filter(at -> at.isBefore(start)).isEmpty());
  }

  private Finding arrived(TestImage image, Instant start) throws InterruptedException {
    long millis = Duration.between(start, Instant.now()).toMillis();
    return sayings.isIndexedAtHub(image.study())
        ? Finding.ok(
            ABOUT,
            "received here, archived and indexed at the hub in %d ms, as study %s of patient GATEWAY^TEST, who is nobody"
                .formatted(millis, image.study()))
        : Finding.warning(
            ABOUT, "the hub has a receipt for it and does not know it", "look into the hub's log");
  }

  private static Finding waits(String found) {
    return Finding.warning(
        ABOUT,
        found,
        "it goes when the line lets it: 'gateway spoke queue' says what it waits for");
  }
}
