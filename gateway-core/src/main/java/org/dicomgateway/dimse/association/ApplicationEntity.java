package org.dicomgateway.dimse.association;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an application entity listens, written {@code AET@host:port}.
 *
 * @param title 1 to 16 printable characters without backslash (PS3.5 §6.2, AE)
 * @param host name or address; an IPv6 address without its brackets
 * @param port 1 to 65535
 */
public record ApplicationEntity(String title, String host, int port) {
  private static final Pattern TITLE = Pattern.compile("[ -\\[\\]-~]{1,16}");
  private static final Pattern ADDRESS =
      Pattern.compile("([^@]+)@(?:\\[([^\\]]+)\\]|([^@:\\[\\]]+)):(\\d{1,5})");

  public ApplicationEntity {
    checkTitle(title);
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
    }
  }

  /**
   * Reads {@code AET@host:port}.
   *
   * @throws IllegalArgumentException with a message for whoever typed it
   */
  public static ApplicationEntity parse(String text) {
    Matcher matcher = ADDRESS.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not of the form AET@host:port, as in ARCHIVE@10.0.0.5:104");
    }
    String host = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
    return new ApplicationEntity(matcher.group(1), host, Integer.parseInt(matcher.group(4)));
  }

  /**
   * Returns the title if it is one.
   *
   * @throws IllegalArgumentException with a message for whoever typed it
   */
  public static String checkTitle(String title) {
    if (!TITLE.matcher(title).matches() || title.isBlank()) {
      throw new IllegalArgumentException(
          "\"" + title + "\" is not an AE title: 1 to 16 printable characters, no backslash");
    }
    return title;
  }

  @Override
  public String toString() {
    return title + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
