package org.dicomgateway.hub.config;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.hub.admin.HostGate;
import org.dicomgateway.hub.admin.TokenGate;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.storage.ObjectStore;
import org.dicomgateway.token.AdminToken;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running hub. */
public final class HubServer implements AutoCloseable {
  private final HubSettings settings;
  private final Storage storage;
  private final ConfigurableApplicationContext context;

  private HubServer(HubSettings settings, Storage storage, ConfigurableApplicationContext context) {
    this.settings = settings;
    this.storage = storage;
    this.context = context;
  }

  /**
   * Starts a hub; on return it serves.
   *
   * @throws IOException if the folder, the object store or the database cannot be had
   */
  public static HubServer start(HubSettings settings) throws IOException {
    if (settings.tls().isPresent()) {
      requireReadable(settings.tls().get());
    }
    Storage storage = Storage.open(settings);
    try {
      return new HubServer(settings, storage, application(settings, storage, gate(settings)).run());
    } catch (IOException e) {
      storage.close();
      throw e;
    } catch (RuntimeException e) {
      storage.close();
      throw unavailable(settings, e);
    }
  }

  /** Whoever is on this machine may read the folder anyway, and needs no token. */
  private static Filter gate(HubSettings settings) throws IOException {
    InetAddress address = settings.bindAddress();
    if (settings.tokenFile().isEmpty() && address.isLoopbackAddress()) {
      return new HostGate(address);
    }
    return new TokenGate(AdminToken.of(settings.tokenFile(), settings.data()).open());
  }

  private static void requireReadable(HubSettings.Tls tls) throws IOException {
    Files.newInputStream(tls.certificate()).close();
    Files.newInputStream(tls.key()).close();
  }

  private static IOException unavailable(HubSettings settings, Throwable failure) {
    Throwable reason = failure;
    while (reason.getCause() != null && !(reason instanceof BindException)) {
      reason = reason.getCause();
    }
    return new IOException(
        "cannot listen on %s port %d: %s. %s"
            .formatted(
                settings.bind(),
                settings.port(),
                reason.getMessage(),
                reason instanceof BindException ? remedy() : remedy(settings.tls())),
        failure);
  }

  private static String remedy() {
    return "End what listens there, or give this hub another --port, or an address of this machine"
        + " for --bind";
  }

  private static String remedy(Optional<HubSettings.Tls> tls) {
    return tls.map(
            files ->
                "%s has to hold a certificate and %s its private key without a password, both in PEM"
                    .formatted(files.certificate(), files.key()))
        .orElse("");
  }

  private static SpringApplication application(HubSettings settings, Storage storage, Filter gate) {
    SpringApplication application = new SpringApplication(HubConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    // Whoever starts the hub ends it, and decides on the exit code.
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings));
    ApplicationContextInitializer<GenericApplicationContext> beans =
        context -> {
          context.registerBean(Filter.class, () -> gate);
          context.registerBean(DataFolder.class, storage::folder);
          context.registerBean(ObjectStore.class, storage::objects);
          context.registerBean(Database.class, storage::database);
        };
    application.addInitializers(beans);
    return application;
  }

  private static Map<String, Object> properties(HubSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", settings.port());
    properties.put("server.address", settings.bind());
    settings
        .tls()
        .ifPresent(
            tls -> {
              properties.put("server.ssl.certificate", tls.certificate().toUri().toString());
              properties.put("server.ssl.certificate-private-key", tls.key().toUri().toString());
            });
    return properties;
  }

  /** Where browsers and spokes reach it. */
  public String url() {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    String host = settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
    return "%s://%s:%d".formatted(settings.tls().isPresent() ? "https" : "http", host, port);
  }

  @Override
  public void close() throws IOException {
    context.close();
    storage.close();
  }
}
