package org.dicomgateway.hub.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Where a setting comes from that no flag gives: the environment, then the file {@code
 * gateway.yaml}. A setting {@code object-store} is the variable {@code GATEWAY_OBJECT_STORE} and
 * the key {@code object-store}.
 */
public final class SettingSources {
  private final Map<String, String> environment;
  private final Map<?, ?> file;

  private SettingSources(Map<String, String> environment, Map<?, ?> file) {
    this.environment = environment;
    this.file = file;
  }

  /** The environment alone. */
  public static SettingSources of(Map<String, String> environment) {
    return new SettingSources(environment, Map.of());
  }

  /**
   * The environment and a file.
   *
   * @throws IOException if the file cannot be read, or is not a mapping in YAML
   */
  public static SettingSources of(Map<String, String> environment, Path yaml) throws IOException {
    try (InputStream in = Files.newInputStream(yaml)) {
      Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      if (content == null) {
        return of(environment);
      }
      if (content instanceof Map<?, ?> map) {
        return new SettingSources(environment, map);
      }
      throw new IOException(yaml + ": expected lines such as \"port: 8080\"");
    } catch (YAMLException e) {
      throw new IOException(yaml + ": " + e.getMessage(), e);
    }
  }

  /** The value of a setting; empty if neither source has it. */
  public Optional<String> value(String name) {
    String variable = "GATEWAY_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .or(() -> Optional.ofNullable(file.get(name)).map(Object::toString));
  }
}
