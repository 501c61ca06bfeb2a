package org.dicomgateway.spoke.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dicomgateway.settings.SettingException;
import org.dicomgateway.settings.SettingSources;

/**
 * Everything that can be set. Each is a flag {@code --dicom-port}, an environment variable {@code
 * GATEWAY_DICOM_PORT} and a key {@code dicom-port} in {@code gateway.yaml}, in this order of
 * strength.
 */
public enum Setting {
  DATA("DIR", "folder of the spool and the queue, for this spoke alone"),
  AET("AET", "AE title that modalities call"),
  DICOM_PORT("PORT", "TCP port for DICOM; 0: any free one"),
  ADMIN_PORT("PORT", "8081", "TCP port of status, metrics and health; 0: any free one"),
  HUB("URL", "address of the hub, http:// or https://"),
  SITE("NAME", "name of this site at the hub"),
  TOKEN("TOKEN", "what 'gateway hub site add' printed for this site"),
  DICOM_BIND("ADDRESS", "0.0.0.0", "address to listen on for DICOM"),
  ADMIN_BIND("ADDRESS", "127.0.0.1", "address to listen on for status, metrics and health"),
  ADMIN_NAMES(
      "NAME,…",
      "",
      "by which browsers and proxies ask for the admin port, besides localhost; any, where"
          + " --admin-bind is not loopback and none is given"),
  ADMIN_TOKEN_FILE(
      "FILE",
      "",
      "its token has to be shown to the admin port; without this it is admin.token of the data"
          + " folder, made if it is missing, and asked for unless --admin-bind is loopback"),
  ADMIN_TLS_CERTIFICATE(
      "PEM", "", "the admin port speaks https with it (and those that lead to its issuer)"),
  ADMIN_TLS_KEY("PEM", "", "its private key, without a password"),
  UNKNOWN_MODALITIES(
      "WHAT",
      "accept",
      "what becomes of modalities that nobody made known: accept, hold or refuse; until 'gateway"
          + " spoke modality policy' says otherwise"),
  MIN_FREE_MIB(
      "MIB",
      "1024",
      "instances are refused while less of the disk is free; a warning comes at twice that"),
  STAT_FROM(
      "AET,…",
      "",
      "modalities by calling AE title whose images are stat: they overtake all others"),
  BACKGROUND_FROM(
      "AET,…", "", "modalities by calling AE title whose images go when nothing else has to"),
  KEEP_DAYS(
      "DAYS",
      "7",
      "how long instances stay in the spool after every destination has acknowledged them"),
  PACKS_IN_FLIGHT(
      "COUNT",
      "16",
      "packs on their way to the hub at most, 1 to 16; how many the line carries is found out"),
  HUB_CA("PEM", "", "certificates to trust for https beside the well-known authorities"),
  PROXY("URL", "", "http://[user:password@]host:port of a proxy that lets out to https"),
  LIMITS(
      "RULES",
      "",
      "how much of the line may be used when, in kbit/s, such as"
          + " 'mon-fri 07:00-18:00 background 500; daily 07:00-22:00 normal 4000'; stat is never"
          + " held; in the --config file it can be changed while the spoke runs"),
  COMPRESS(
      "WHEN",
      "auto",
      "native images go to the hub as JPEG-LS, without loss: auto (where they are there sooner),"
          + " always or off"),
  PREPARED_MIB("MIB", "4096", "room on the disk for compressed images that wait for the line");

  private final String label;
  private final Optional<String> preset;
  private final String description;

  Setting(String label, String description) {
    this(label, null, description);
  }

  Setting(String label, String preset, String description) {
    this.label = label;
    this.preset = Optional.ofNullable(preset);
    this.description = description;
  }

  /** What a settings file may hold. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Setting::key).toList();
  }

  /** Those whose value may be a list there. */
  public static List<String> lists() {
    return Stream.of(STAT_FROM, BACKGROUND_FROM, LIMITS).map(Setting::key).toList();
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String flag() {
    return "--" + key();
  }

  /** What the value is, in one word. */
  public String label() {
    return label;
  }

  public String description() {
    return description
        + preset.filter(value -> !value.isEmpty()).map(" (%s)"::formatted).orElse("");
  }

  /**
   * The value that was given, or else the one that is preset.
   *
   * @throws SettingException if there is neither
   */
  String in(SettingSources sources) throws SettingException {
    return sources
        .value(key())
        .or(() -> preset)
        .orElseThrow(
            () ->
                new SettingException(
                    "%s is missing: %s. Give the flag, or %s in the environment, or '%s: …' in the"
                            .formatted(flag(), description(), SettingSources.variable(key()), key())
                        + " --config file"));
  }
}
