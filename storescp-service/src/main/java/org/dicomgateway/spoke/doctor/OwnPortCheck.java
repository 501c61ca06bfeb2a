package org.dicomgateway.spoke.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationRejectedException;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.ServiceClassUser;

/**
 * Whether the running service answers a C-ECHO.
 *
 * @param address where it listens
 */
public record OwnPortCheck(String aeTitle, Supplier<InetSocketAddress> address) implements Check {
  /** What the doctor calls itself. */
  static final String CALLING = "GATEWAY_DOCTOR";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public List<Finding> findings() {
    ApplicationEntity self = self();
    try (Association association =
        requestor()
            .open(
                self,
                List.of(
                    new ProposedContext(
                        1, UID.Verification, List.of(UID.ImplicitVRLittleEndian))))) {
      new ServiceClassUser(association).echo();
      association.release();
      return List.of(
          Finding.ok("port", "DICOM port %d answers as %s".formatted(self.port(), aeTitle)));
    } catch (AssociationRejectedException e) {
      return List.of(refused(e.getMessage()));
    } catch (IOException e) {
      return List.of(
          Finding.failed(
              "port",
              "DICOM port %d does not answer: %s".formatted(self.port(), e.getMessage()),
              "look into the log ('gateway spoke log --level warn'), start the spoke anew"));
    }
  }

  static AssociationRequestor requestor() {
    return new AssociationRequestor(CALLING, new Timeouts(PATIENCE, PATIENCE, PATIENCE));
  }

  ApplicationEntity self() {
    InetSocketAddress own = address.get();
    InetAddress host =
        own.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : own.getAddress();
    return new ApplicationEntity(aeTitle, host.getHostAddress(), own.getPort());
  }

  static Finding refused(String why) {
    return Finding.warning(
        "port",
        "the spoke answers, and refuses the doctor: " + why,
        "if unknown modalities are refused, make it known: gateway spoke modality add doctor"
            + " --ae-title "
            + CALLING
            + " --address 127.0.0.1");
  }
}
