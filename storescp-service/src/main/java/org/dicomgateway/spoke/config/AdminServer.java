package org.dicomgateway.spoke.config;

import static java.util.Map.entry;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.BindException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.spoke.admin.HostGate;
import org.dicomgateway.spoke.admin.SpokeStatus;
import org.dicomgateway.spoke.admin.TokenGate;
import org.dicomgateway.token.AdminToken;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The HTTP side of the spoke, served by Spring. */
final class AdminServer implements AutoCloseable {
  private static final Map<String, Object> PROPERTIES =
      Map.ofEntries(
          entry("server.tomcat.mbeanregistry.enabled", false),
          entry("spring.main.banner-mode", "off"),
          entry("spring.main.log-startup-info", false),
          entry("spring.main.lazy-initialization", true),
          entry("spring.mvc.problemdetails.enabled", true),
          entry("spring.threads.virtual.enabled", true),
          entry("management.endpoints.web.exposure.include", "health,prometheus"));

  static {
    // Spring would set up logging anew, and take away what was added to it before.
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private final ConfigurableApplicationContext context;

  private AdminServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Serves from now on.
   *
   * @param token that has to be shown; empty: none has
   * @throws IOException if the address cannot be listened on
   */
  static AdminServer start(
      AdminSettings settings,
      Optional<AdminToken> token,
      SpokeStatus.Source status,
      PrometheusMeterRegistry registry)
      throws IOException {
    try {
      return new AdminServer(
          new SpringApplicationBuilder(AdminApplication.class)
              .web(WebApplicationType.SERVLET)
              .properties(properties(settings))
              .registerShutdownHook(false)
              .initializers(
                  context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(SpokeStatus.Source.class, () -> status);
                    beans.registerBean(
                        HostGate.class,
                        () -> new HostGate(settings.address().getAddress(), settings.names()));
                    beans.registerBean(TokenGate.class, () -> new TokenGate(token));
                    beans.registerBean(PrometheusRegistry.class, registry::getPrometheusRegistry);
                  })
              .run());
    } catch (RuntimeException e) {
      throw unavailable(settings, e);
    }
  }

  private static IOException unavailable(AdminSettings settings, RuntimeException e) {
    Throwable reason = e;
    while (reason.getCause() != null && !(reason instanceof BindException)) {
      reason = reason.getCause();
    }
    String remedy =
        reason instanceof BindException
            ? ". End what listens there, or name another with --admin-port"
            : settings
                .tls()
                .map(
                    tls ->
                        ". %s has to hold a certificate and %s its private key without a password, both in PEM"
                            .formatted(tls.certificate(), tls.key()))
                .orElse("");
    return new IOException(
        "cannot listen on %s port %d: %s%s"
            .formatted(
                settings.address().getHostString(),
                settings.address().getPort(),
                reason.getMessage(),
                remedy),
        e);
  }

  private static Map<String, Object> properties(AdminSettings settings) {
    Map<String, Object> properties = new HashMap<>(PROPERTIES);
    properties.put("server.address", settings.address().getAddress().getHostAddress());
    properties.put("server.port", settings.address().getPort());
    settings
        .tls()
        .ifPresent(
            tls -> {
              properties.put("server.ssl.certificate", tls.certificate().toUri().toString());
              properties.put("server.ssl.certificate-private-key", tls.key().toUri().toString());
            });
    return properties;
  }

  /** The port it got. */
  int port() {
    return ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  @Override
  public void close() {
    context.close();
  }
}
