package org.dicomgateway.spoke.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.settings.SettingException;
import org.dicomgateway.settings.SettingSources;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.forward.ForwardSettings;
import org.dicomgateway.spoke.modality.UnknownModalities;
import org.dicomgateway.spoke.prepare.PrepareSettings;
import org.dicomgateway.spoke.prepare.PrepareSettings.Compression;
import org.dicomgateway.spoke.route.UrgencyRules;

/**
 * What a spoke is told, read once and checked.
 *
 * @param unknownModalities what becomes of them, until somebody says otherwise
 * @param freeFloor bytes of the disk that stay free
 * @param urgency which instances are stat, which background
 * @param keep how long an instance stays that was delivered
 * @param prepare when and how far instances are compressed on the disk
 */
public record SpokeSettings(
    Path data,
    String aeTitle,
    InetSocketAddress dicom,
    AdminSettings admin,
    UnknownModalities unknownModalities,
    long freeFloor,
    UrgencyRules urgency,
    PrepareSettings prepare,
    Duration keep,
    ForwardSettings forward) {

  /**
   * Reads all settings.
   *
   * @throws SettingException naming the first that is missing or wrong
   */
  public static SpokeSettings of(SettingSources sources) throws SettingException {
    return new SpokeSettings(
        Path.of(Setting.DATA.in(sources)),
        aeTitle(Setting.AET, Setting.AET.in(sources)),
        address(sources, Setting.DICOM_BIND, Setting.DICOM_PORT),
        admin(sources),
        unknownModalities(sources),
        number(sources, Setting.MIN_FREE_MIB, 0, 1 << 30) << 20,
        new UrgencyRules(
            titles(sources, Setting.STAT_FROM), titles(sources, Setting.BACKGROUND_FROM)),
        new PrepareSettings(
            compression(Setting.COMPRESS.in(sources)),
            number(sources, Setting.PREPARED_MIB, 0, 1 << 30) << 20),
        Duration.ofDays(number(sources, Setting.KEEP_DAYS, 0, 36_500)),
        new ForwardSettings(
            Destination.HUB,
            hub(Setting.HUB.in(sources)),
            Setting.SITE.in(sources),
            Setting.TOKEN.in(sources),
            (int) number(sources, Setting.PACKS_IN_FLIGHT, 1, 16),
            given(Setting.HUB_CA.in(sources)).map(Path::of),
            proxy(Setting.PROXY.in(sources)),
            limits(sources)));
  }

  private static UnknownModalities unknownModalities(SettingSources sources)
      throws SettingException {
    try {
      return UnknownModalities.parse(Setting.UNKNOWN_MODALITIES.in(sources));
    } catch (IllegalArgumentException e) {
      throw new SettingException(Setting.UNKNOWN_MODALITIES.flag() + ": " + e.getMessage());
    }
  }

  private static AdminSettings admin(SettingSources sources) throws SettingException {
    return new AdminSettings(
        address(sources, Setting.ADMIN_BIND, Setting.ADMIN_PORT),
        new HashSet<>(words(Setting.ADMIN_NAMES.in(sources))),
        given(Setting.ADMIN_TOKEN_FILE.in(sources)).map(Path::of),
        adminTls(sources));
  }

  private static Optional<AdminSettings.Tls> adminTls(SettingSources sources)
      throws SettingException {
    String certificate = Setting.ADMIN_TLS_CERTIFICATE.in(sources);
    String key = Setting.ADMIN_TLS_KEY.in(sources);
    if (certificate.isBlank() != key.isBlank()) {
      throw new SettingException(
          "%s and %s go together, one is missing"
              .formatted(Setting.ADMIN_TLS_CERTIFICATE.flag(), Setting.ADMIN_TLS_KEY.flag()));
    }
    return certificate.isBlank()
        ? Optional.empty()
        : Optional.of(new AdminSettings.Tls(Path.of(certificate), Path.of(key)));
  }

  private static Compression compression(String value) throws SettingException {
    try {
      return Compression.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new SettingException(
          "%s: '%s' is not one of auto, always, off".formatted(Setting.COMPRESS.flag(), value));
    }
  }

  private static Set<String> titles(SettingSources sources, Setting setting)
      throws SettingException {
    Set<String> titles = new HashSet<>();
    for (String title : words(setting.in(sources))) {
      titles.add(aeTitle(setting, title));
    }
    return titles;
  }

  private static List<String> words(String value) {
    return Arrays.stream(value.split("[,\n]"))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private static String aeTitle(Setting setting, String value) throws SettingException {
    try {
      return ApplicationEntity.checkTitle(value);
    } catch (IllegalArgumentException e) {
      throw new SettingException(setting.flag() + ": " + e.getMessage());
    }
  }

  private static InetSocketAddress address(SettingSources sources, Setting host, Setting port)
      throws SettingException {
    int number = (int) number(sources, port, 0, 65_535);
    InetSocketAddress address = new InetSocketAddress(host.in(sources), number);
    if (address.isUnresolved()) {
      throw new SettingException(
          "%s: no address is known for '%s'".formatted(host.flag(), host.in(sources)));
    }
    return address;
  }

  private static URI hub(String value) throws SettingException {
    try {
      URI uri = URI.create(value);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new SettingException(
        "%s: '%s' is not of the form https://hub.example or http://host:port"
            .formatted(Setting.HUB.flag(), value));
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(text -> !text.isBlank());
  }

  private static Optional<URI> proxy(String value) throws SettingException {
    try {
      Optional<URI> proxy = given(value).map(URI::create);
      if (proxy.isEmpty()
          || "http".equals(proxy.get().getScheme())
              && proxy.get().getHost() != null
              && proxy.get().getPort() > 0) {
        return proxy;
      }
    } catch (IllegalArgumentException e) {
      // Said below, without the password that may be in it.
    }
    throw new SettingException(
        Setting.PROXY.flag() + " is not of the form http://host:port or http://user:password@…");
  }

  /**
   * Reads the limits of bandwidth alone, which may change while a spoke runs.
   *
   * @throws SettingException naming the rule that is none
   */
  public static Limits limits(SettingSources sources) throws SettingException {
    try {
      return Limits.parse(Setting.LIMITS.in(sources));
    } catch (IllegalArgumentException e) {
      throw new SettingException(Setting.LIMITS.flag() + ": " + e.getMessage());
    }
  }

  private static long number(SettingSources sources, Setting setting, long least, long most)
      throws SettingException {
    String value = setting.in(sources);
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new SettingException(
        "%s: '%s' is not a number from %d to %d".formatted(setting.flag(), value, least, most));
  }
}
