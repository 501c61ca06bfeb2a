package org.dicomgateway.spoke.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.dicomgateway.spoke.admin.SpokeStatus;
import org.dicomgateway.spoke.destination.ConfiguredDestinations;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Destinations;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.doctor.Doctor;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.log.ServiceLog;
import org.dicomgateway.spoke.modality.Modalities;
import org.dicomgateway.spoke.prepare.Preparer;
import org.dicomgateway.spoke.receive.Importer;
import org.dicomgateway.spoke.receive.Receiver;
import org.dicomgateway.spoke.route.Retention;
import org.dicomgateway.spoke.route.RouteLedger;
import org.dicomgateway.spoke.route.Router;
import org.dicomgateway.spoke.route.Routes;
import org.dicomgateway.spoke.route.Studies;
import org.dicomgateway.spoke.route.StudyHolds;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.token.AdminToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running spoke: the stations, put together. */
public final class Spoke implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Spoke.class);

  private final SpokeSettings settings;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private Receiver receiver;
  private Forwarder forwarder;
  private AdminServer admin;

  private Spoke(SpokeSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts everything; when this returns, instances are received and sent.
   *
   * @throws IOException if a folder or a port cannot be used; then nothing runs
   */
  public static Spoke start(SpokeSettings settings) throws IOException, InterruptedException {
    Spoke spoke = new Spoke(settings);
    try {
      spoke.open();
      return spoke;
    } catch (IOException | InterruptedException | RuntimeException e) {
      spoke.close();
      throw e;
    }
  }

  private void open() throws IOException, InterruptedException {
    DataFolder data = closing(DataFolder.open(settings.data()));
    ServiceLog told = closing(ServiceLog.open(data.log()));
    PrometheusMeterRegistry registry = registry();
    Spool spool = Spool.open(data.spool(), settings.freeFloor());
    Gauge.builder("gateway.spool.free", () -> freeBytes(spool))
        .baseUnit("bytes")
        .description("Room on the spool's disk; below --min-free-mib instances are refused")
        .register(registry);
    Preparer preparer =
        Preparer.open(
            data.prepared(), spool, settings.forward().site(), settings.prepare(), registry);
    forwarder = Forwarder.open(data.queue(), spool, settings.forward(), preparer, registry);
    Modalities modalities =
        closing(Modalities.open(data.modalities(), data.heard(), settings.unknownModalities()));
    Destinations destinations = new Destinations(registry);
    closing(destinations).put(forwarder);
    ConfiguredDestinations configured =
        ConfiguredDestinations.open(
            data.destinations(),
            settings.aeTitle(),
            destinations,
            new SpokeDestinations(data, spool, settings, registry));
    Routes routes = Routes.open(data.routes(), configured::names);
    RouteLedger ledger = closing(ledger(data.ledger()));
    StudyHolds holds = StudyHolds.open(data.holds());
    Router router =
        closing(
            new Router(
                spool,
                routes,
                destinations,
                ledger,
                settings.urgency(),
                modalities::doubts,
                holds));
    SpokeStatus.Source status =
        new SpokeStatus.Source(
            Instant.now(),
            settings.aeTitle(),
            settings.forward(),
            spool,
            routes,
            router,
            new Importer(spool, router, registry),
            new Studies(ledger, destinations, spool, holds),
            modalities,
            told,
            destinations,
            configured,
            doctor(router, destinations, told),
            forwarder);
    configured.finishRemovals(router);
    router.holdBack();
    // Before the admin server, which takes a second: the first image finds a line that stands.
    destinations.all().forEach(Destination::start);
    admin = closing(AdminServer.start(settings.admin(), token(), status, registry));
    int forgotten = router.start();
    if (forgotten > 0) {
      log.info("{} instances of the spool were not routed yet and are now", forgotten);
    }
    closing(Retention.start(ledger, destinations, spool, holds, settings.keep()));
    receiver = closing(receiver(modalities, spool, router, registry));
  }

  private Receiver receiver(
      Modalities modalities, Spool spool, Router router, PrometheusMeterRegistry registry)
      throws IOException {
    try {
      return Receiver.start(
          settings.dicom(), settings.aeTitle(), modalities, spool, router, registry);
    } catch (IOException e) {
      throw new IOException(
          "%s. End what listens there, or name another with %s"
              .formatted(e.getMessage(), Setting.DICOM_PORT.flag()),
          e);
    }
  }

  private Doctor doctor(Router router, Destinations destinations, ServiceLog told) {
    return new Checks(settings)
        .running(() -> receiver.address(), destinations, new Checks.Known(router, forwarder), told);
  }

  private Optional<AdminToken> token() throws IOException {
    AdminSettings asked = settings.admin();
    if (!asked.asksForToken()) {
      return Optional.empty();
    }
    if (asked.tls().isEmpty() && !asked.address().getAddress().isLoopbackAddress()) {
      log.warn(
          "the admin port listens on {} without TLS: whoever is on the way can read its token and"
              + " patients' names. Give --admin-tls-certificate and --admin-tls-key, or leave it on"
              + " loopback behind a proxy with TLS",
          asked.address());
    }
    return Optional.of(AdminToken.of(asked.tokenFile(), settings.data()).open());
  }

  private static RouteLedger ledger(Path file) throws IOException {
    try {
      return RouteLedger.open(file);
    } catch (SQLException e) {
      throw new IOException("cannot open what was decided of instances: " + e.getMessage(), e);
    }
  }

  private static double freeBytes(Spool spool) {
    try {
      return spool.space().free();
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private PrometheusMeterRegistry registry() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    opened.push(registry::close);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    return registry;
  }

  private <T extends AutoCloseable> T closing(T resource) {
    opened.push(resource);
    return resource;
  }

  public String aeTitle() {
    return settings.aeTitle();
  }

  /** Where DICOM is spoken. */
  public InetSocketAddress dicom() {
    return receiver.address();
  }

  /** Where the admin API is. */
  public InetSocketAddress admin() {
    return new InetSocketAddress(settings.admin().address().getAddress(), admin.port());
  }

  /** How it is spoken to: {@code http} or {@code https}. */
  public String adminScheme() {
    return settings.admin().scheme();
  }

  /** Other limits of bandwidth hold from now on. */
  void limit(Limits limits) {
    forwarder.limit(limits);
  }

  /** Stops in the reverse order of starting, so that what is received is still spooled. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        log.warn("while stopping: {}", e.toString());
      }
    }
  }
}
