package org.dicomgateway.spoke.modality;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationRejectedException;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.ServiceClassUser;
import org.dicomgateway.dimse.service.ServiceClassUser.Response;
import org.dicomgateway.dimse.service.Status;

/** Asks a modality by C-ECHO whether it is there. */
public final class EchoCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ProposedContext VERIFICATION =
      new ProposedContext(
          1, UID.Verification, List.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian));

  private EchoCheck() {}

  /**
   * What came of it.
   *
   * @param answer what it said, or what went wrong
   * @param remedy what to do; empty if nothing is
   */
  public record Result(
      Outcome outcome, String peer, long milliseconds, String answer, String remedy) {}

  /** Whether it is there for us. */
  public enum Outcome {
    REACHED,
    REFUSED,
    UNREACHABLE
  }

  /**
   * Asks, for some seconds at most.
   *
   * @throws IllegalArgumentException if nothing is said of where it answers
   */
  public static Result of(Modality modality, String callingAeTitle) {
    if (modality.port().isEmpty() || modality.address().filter(Network::isSingle).isEmpty()) {
      throw new IllegalArgumentException(
          "where '%s' answers is not known: it needs one address and a port ('gateway spoke modality add --address 10.1.2.3 --port 104')"
              .formatted(modality.name()));
    }
    String host = modality.address().get().address().getHostAddress();
    return ask(
        new ApplicationEntity(modality.aeTitle(), host, modality.port().get()), callingAeTitle);
  }

  private static Result ask(ApplicationEntity peer, String callingAeTitle) {
    long start = System.nanoTime();
    AssociationRequestor requestor =
        new AssociationRequestor(callingAeTitle, new Timeouts(PATIENCE, PATIENCE, PATIENCE));
    try (Association association = requestor.open(peer, List.of(VERIFICATION))) {
      Response response = new ServiceClassUser(association).echo();
      association.release();
      boolean is = response.status().equals(Status.SUCCESS);
      return result(
          is ? Outcome.REACHED : Outcome.REFUSED, peer, start, response.status().toString(), "");
    } catch (AssociationRejectedException e) {
      return result(
          Outcome.REFUSED,
          peer,
          start,
          e.getMessage(),
          "At the modality, make AE title %s known; see that its own AE title is %s"
              .formatted(callingAeTitle, peer.title()));
    } catch (IOException e) {
      return result(
          Outcome.UNREACHABLE,
          peer,
          start,
          e.getMessage(),
          "Is it switched on, the address and the port right, the way open (cable, firewall)? Some"
              + " modalities do not answer C-ECHO at all");
    }
  }

  private static Result result(
      Outcome outcome, ApplicationEntity peer, long start, String answer, String remedy) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new Result(outcome, peer.toString(), millis, answer, remedy);
  }
}
