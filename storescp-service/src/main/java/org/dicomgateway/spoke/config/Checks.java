package org.dicomgateway.spoke.config;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.doctor.CertificateCheck;
import org.dicomgateway.spoke.doctor.Check;
import org.dicomgateway.spoke.doctor.ClockCheck;
import org.dicomgateway.spoke.doctor.DamagedCheck;
import org.dicomgateway.spoke.doctor.DestinationCheck;
import org.dicomgateway.spoke.doctor.DiskCheck;
import org.dicomgateway.spoke.doctor.Doctor;
import org.dicomgateway.spoke.doctor.Finding;
import org.dicomgateway.spoke.doctor.HubCertificateCheck;
import org.dicomgateway.spoke.doctor.HubCheck;
import org.dicomgateway.spoke.doctor.HubQuestion;
import org.dicomgateway.spoke.doctor.ImageCheck;
import org.dicomgateway.spoke.doctor.LogCheck;
import org.dicomgateway.spoke.doctor.NameCheck;
import org.dicomgateway.spoke.doctor.OwnPortCheck;
import org.dicomgateway.spoke.doctor.PortCheck;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.log.ServiceLog;
import org.dicomgateway.spoke.route.KeptStudy;
import org.dicomgateway.spoke.route.Router;

/** What the doctor looks at, by what the spoke is told. */
public record Checks(SpokeSettings settings) {

  /** While no service runs: what can be seen from outside. */
  public Doctor standing() {
    List<Check> checks = new ArrayList<>();
    checks.add(disk());
    checks.add(damaged());
    checks.add(new PortCheck("DICOM port", Setting.DICOM_PORT.flag(), settings.dicom()));
    checks.add(new PortCheck("admin port", Setting.ADMIN_PORT.flag(), settings.admin().address()));
    checks.addAll(around());
    checks.add(new HubCheck(question(), settings.forward().site(), settings.forward().token()));
    return new Doctor(checks, List.of());
  }

  /** While it runs. */
  Doctor running(
      Supplier<InetSocketAddress> dicom,
      Destinations destinations,
      ImageCheck.Sayings sayings,
      ServiceLog told) {
    OwnPortCheck own = new OwnPortCheck(settings.aeTitle(), dicom);
    List<Check> checks = new ArrayList<>(List.of(disk(), damaged(), own));
    checks.addAll(around());
    checks.add(new DestinationCheck(destinations));
    checks.add(new LogCheck(told));
    return new Doctor(
        checks, List.of(new ImageCheck(own, settings.forward().site(), destinations, sayings)));
  }

  private Check disk() {
    return () -> {
      try {
        Files.createDirectories(settings.data());
      } catch (IOException e) {
        return List.of(
            Finding.failed("disk", "cannot make " + e.getMessage(), "see to the rights of --data"));
      }
      return new DiskCheck(settings.data(), settings.freeFloor()).findings();
    };
  }

  private Check damaged() {
    return new DamagedCheck(settings.data().resolve("spool").resolve("damaged"));
  }

  private HubQuestion question() {
    return new HubQuestion(
        settings.forward().hub(), settings.forward().authorities(), settings.forward().proxy());
  }

  /** Names, certificates and the clock. */
  private List<Check> around() {
    List<Check> checks = new ArrayList<>();
    URI hub = settings.forward().hub();
    Optional<URI> proxy = settings.forward().proxy();
    checks.add(
        proxy.isPresent()
            ? new NameCheck("proxy", proxy.get().getHost())
            : new NameCheck("hub", hub.getHost()));
    if (hub.getScheme().equals("https") && proxy.isEmpty()) {
      checks.add(new HubCertificateCheck(hub));
    }
    settings
        .forward()
        .authorities()
        .ifPresent(file -> checks.add(new CertificateCheck("--hub-ca", file)));
    settings
        .admin()
        .tls()
        .ifPresent(tls -> checks.add(new CertificateCheck("the admin port's", tls.certificate())));
    checks.add(new ClockCheck(question()));
    return checks;
  }

  /** What the router and the hub say of a study. */
  record Known(Router router, Forwarder hub) implements ImageCheck.Sayings {
    @Override
    public Optional<String> kept(String study) {
      return router.kept().stream()
          .filter(one -> one.studyInstanceUid().equals(study))
          .map(KeptStudy::why)
          .map(KeptStudy.Why::reason)
          .findFirst();
    }

    @Override
    public boolean isIndexedAtHub(String study) throws InterruptedException {
      return hub.traceAtHub(study)
          .trace()
          .filter(trace -> trace.packs().stream().anyMatch(pack -> pack.indexedAt().isPresent()))
          .isPresent();
    }
  }
}
