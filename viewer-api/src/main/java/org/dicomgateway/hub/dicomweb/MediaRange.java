package org.dicomgateway.hub.dicomweb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of the types an Accept header lists (RFC 9110 §12.5.1).
 *
 * <p>Parsed by ourselves because DICOMweb clients also write {@code type=application/dicom} without
 * the quotes that HTTP wants, which libraries refuse.
 *
 * @param type in lower case: {@code multipart/related}
 * @param parameters names in lower case; values without quotes
 * @param quality 0 (not acceptable) to 1
 */
record MediaRange(String type, Map<String, String> parameters, double quality) {

  /** The ranges of a header, most wanted first, those that are not acceptable left out. */
  static List<MediaRange> parse(String header) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String range : split(header, ',')) {
      if (!range.isBlank()) {
        ranges.add(parseOne(range));
      }
    }
    ranges.removeIf(range -> range.quality == 0);
    ranges.sort((a, b) -> Double.compare(b.quality, a.quality));
    return ranges;
  }

  private static MediaRange parseOne(String text) {
    List<String> parts = split(text, ';');
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        parameters.put(name, unquoted(part.substring(equals + 1).strip()));
      }
    }
    String type = parts.getFirst().strip().toLowerCase(Locale.ROOT);
    return new MediaRange(type, parameters, quality(parameters.remove("q")));
  }

  private static double quality(String text) {
    try {
      return text == null ? 1 : Math.clamp(Double.parseDouble(text), 0, 1);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Splits where the separator does not stand within quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        quoted = !quoted;
      } else if (text.charAt(i) == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  boolean isMultipart() {
    return type.equals("multipart/related");
  }

  /** Whether a representation of this type, not in parts, is accepted. */
  boolean includes(String mediaType) {
    return type.equals("*/*")
        || type.equals(mediaType)
        || type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1));
  }

  /** Whether parts of this type in this transfer syntax are accepted. */
  boolean includesParts(String mediaType, String transferSyntaxUid) {
    String wanted = parameters.getOrDefault("type", "*/*").toLowerCase(Locale.ROOT);
    return isMultipart()
        && new MediaRange(wanted, Map.of(), 1).includes(mediaType)
        && includesSyntax(transferSyntaxUid);
  }

  boolean namesSyntax() {
    return parameters.containsKey("transfer-syntax");
  }

  /** A range that names no transfer syntax takes what is stored. */
  boolean includesSyntax(String transferSyntaxUid) {
    String wanted = parameters.getOrDefault("transfer-syntax", "*");
    return wanted.equals("*") || wanted.equals(transferSyntaxUid);
  }
}
