package org.dicomgateway.hub.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.settings.SettingSources;
import org.dicomgateway.storage.S3Location;
import picocli.CommandLine.Option;

/** Flags that say where a hub's data are. */
final class StorageOptions {
  @Option(names = "--data", paramLabel = "DIR", required = true, description = "the hub's folder")
  private Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "settings in YAML")
  private Path config;

  @Option(
      names = "--object-store",
      paramLabel = "URL",
      description =
          "where packs lie: file:/path, or http(s)://host:port/bucket of an S3 server"
              + " (default: objects in the hub's folder)")
  private String objectStore;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "where the index is: jdbc:postgresql://host:port/name"
              + " (default: index.db in the hub's folder)")
  private String database;

  HubSettings settings(SettingSources sources) {
    return settings(sources, 0, HubSettings.LOOPBACK, Optional.empty(), Optional.empty());
  }

  HubSettings settings(
      SettingSources sources,
      int port,
      String bind,
      Optional<HubSettings.Tls> tls,
      Optional<Path> tokenFile) {
    return new HubSettings(
        data,
        port,
        bind,
        tls,
        tokenFile,
        Optional.ofNullable(objectStore),
        sources
            .value("object-store-access-key")
            .map(key -> new S3Location.Keys(key, secret(sources, "object-store-secret-key"))),
        Optional.ofNullable(database),
        sources
            .value("database-user")
            .map(user -> new Database.Login(user, secret(sources, "database-password"))));
  }

  private static String secret(SettingSources sources, String name) {
    return sources.value(name).orElse("");
  }
}
