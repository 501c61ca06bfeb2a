package org.dicomgateway.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where values come from: flags before the environment before a file. A setting {@code dicom-port}
 * is the flag {@code --dicom-port}, the variable {@code GATEWAY_DICOM_PORT} and the key {@code
 * dicom-port}. Immutable; no record, whose text would tell the secrets among them.
 */
public final class SettingSources {
  private final Map<String, String> flags;
  private final Map<String, String> environment;
  private final Map<String, String> file;

  /**
   * Joins the sources.
   *
   * @param flags by the setting's name, without hyphens before it
   * @param environment by the variable's name
   * @param file what {@link SettingsFile} read; empty if there is no file
   */
  public SettingSources(
      Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
    this.flags = Map.copyOf(flags);
    this.environment = Map.copyOf(environment);
    this.file = Map.copyOf(file);
  }

  /** The value of a setting; empty if no source has one that is not blank. */
  public Optional<String> value(String name) {
    return given(flags, name)
        .or(() -> given(environment, variable(name)))
        .or(() -> given(file, name));
  }

  private static Optional<String> given(Map<String, String> source, String key) {
    return Optional.ofNullable(source.get(key)).filter(value -> !value.isBlank());
  }

  /** The environment variable of a setting. */
  public static String variable(String name) {
    return "GATEWAY_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
