package org.dicomgateway.spoke.config;

import static java.util.Map.entry;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import org.dicomgateway.spoke.admin.HostGate;
import org.dicomgateway.spoke.admin.SpokeStatus;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The HTTP side of the spoke, served by Spring. */
final class AdminServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private AdminServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Serves from now on.
   *
   * @param names that the address has besides localhost
   * @throws IOException if the address cannot be listened on
   */
  static AdminServer start(
      InetSocketAddress address,
      Set<String> names,
      SpokeStatus.Source status,
      PrometheusMeterRegistry registry)
      throws IOException {
    try {
      return new AdminServer(
          new SpringApplicationBuilder(AdminApplication.class)
              .web(WebApplicationType.SERVLET)
              .properties(properties(address))
              .registerShutdownHook(false)
              .initializers(
                  context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(SpokeStatus.Source.class, () -> status);
                    beans.registerBean(
                        HostGate.class, () -> new HostGate(address.getAddress(), names));
                    beans.registerBean(PrometheusRegistry.class, registry::getPrometheusRegistry);
                  })
              .run());
    } catch (RuntimeException e) {
      throw new IOException("cannot listen on %s: %s".formatted(address, deepest(e)), e);
    }
  }

  private static Map<String, Object> properties(InetSocketAddress address) {
    return Map.ofEntries(
        entry("server.address", address.getAddress().getHostAddress()),
        entry("server.port", address.getPort()),
        entry("server.tomcat.mbeanregistry.enabled", false),
        entry("spring.main.banner-mode", "off"),
        entry("spring.main.log-startup-info", false),
        entry("spring.main.lazy-initialization", true),
        entry("spring.mvc.problemdetails.enabled", true),
        entry("spring.threads.virtual.enabled", true),
        entry("management.endpoints.web.exposure.include", "health,prometheus"));
  }

  private static String deepest(Throwable failure) {
    return failure.getCause() == null ? failure.getMessage() : deepest(failure.getCause());
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
