package org.dicomgateway.spoke.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Where values come from: flags before the environment before a file before what is preset. */
public final class SettingSources {
  private final Map<Setting, String> flags;
  private final Map<String, String> environment;
  private final Map<?, ?> file;

  private SettingSources(
      Map<Setting, String> flags, Map<String, String> environment, Map<?, ?> file) {
    this.flags = flags;
    this.environment = environment;
    this.file = file;
  }

  /**
   * Collects the sources.
   *
   * @param yaml a file with a line for each setting, if there is one
   * @throws SettingException if the file cannot be understood
   */
  public static SettingSources of(
      Map<Setting, String> flags, Map<String, String> environment, Optional<Path> yaml)
      throws SettingException {
    Map<?, ?> file = yaml.isPresent() ? read(yaml.get()) : Map.of();
    String known =
        Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
    for (Object key : file.keySet()) {
      if (Arrays.stream(Setting.values()).noneMatch(setting -> setting.key().equals(key))) {
        throw new SettingException(
            "%s: no setting '%s'; there are %s".formatted(yaml.get(), key, known));
      }
    }
    return new SettingSources(flags, environment, file);
  }

  private static Map<?, ?> read(Path yaml) throws SettingException {
    try (InputStream stream = Files.newInputStream(yaml)) {
      Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
      if (content == null) {
        return Map.of();
      }
      if (content instanceof Map<?, ?> map) {
        return map;
      }
      throw new SettingException(yaml + ": not lines of the form 'aet: GATEWAY'");
    } catch (IOException e) {
      throw new SettingException("cannot read " + yaml + ": " + e.getMessage());
    } catch (YAMLException e) {
      throw new SettingException(yaml + ": " + e.getMessage());
    }
  }

  /**
   * The value of a setting.
   *
   * @throws SettingException if there is none
   */
  String value(Setting setting) throws SettingException {
    return Optional.ofNullable(flags.get(setting))
        .or(() -> Optional.ofNullable(environment.get(setting.variable())))
        .filter(value -> !value.isBlank())
        .or(() -> Optional.ofNullable(file.get(setting.key())).map(Object::toString))
        .or(setting::preset)
        .orElseThrow(
            () ->
                new SettingException(
                    "%s is missing: %s. Give the flag, or %s in the environment, or '%s: …' in the"
                            .formatted(
                                setting.flag(),
                                setting.description(),
                                setting.variable(),
                                setting.key())
                        + " --config file"));
  }
}
