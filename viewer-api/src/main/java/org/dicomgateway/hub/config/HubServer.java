package org.dicomgateway.hub.config;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.storage.ObjectStore;
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
    Storage storage = Storage.open(settings);
    try {
      return new HubServer(settings, storage, application(settings, storage).run());
    } catch (RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  private static SpringApplication application(HubSettings settings, Storage storage) {
    SpringApplication application = new SpringApplication(HubConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    // Whoever starts the hub ends it, and decides on the exit code.
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings));
    ApplicationContextInitializer<GenericApplicationContext> beans =
        context -> {
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
