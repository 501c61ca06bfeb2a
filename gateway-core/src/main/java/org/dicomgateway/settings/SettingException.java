package org.dicomgateway.settings;

/** Settings that cannot be used; the message names the setting and says what it may be. */
public final class SettingException extends Exception {
  public SettingException(String reason) {
    super(reason);
  }
}
