package org.dicomgateway.spoke.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.dicomgateway.settings.SettingException;
import org.dicomgateway.settings.SettingSources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether the settings file has changed, and has the spoke do by it what can be
 * changed while it runs: the limits of bandwidth. A file that cannot be used changes nothing.
 */
public final class SettingsWatch implements AutoCloseable {
  /** Reads all settings anew. */
  @FunctionalInterface
  public interface Reader {
    SettingSources read() throws SettingException;
  }

  private static final Logger log = LoggerFactory.getLogger(SettingsWatch.class);
  static final Duration EVERY = Duration.ofSeconds(2);

  private final Path file;
  private final Reader reader;
  private final Spoke spoke;
  private final Thread thread;
  private FileTime seen;

  private SettingsWatch(Path file, Reader reader, Spoke spoke) {
    this.file = file;
    this.reader = reader;
    this.spoke = spoke;
    this.seen = changed();
    this.thread = Thread.ofVirtual().name("settings").start(this::watch);
  }

  /** Watches until it is closed. */
  public static SettingsWatch start(Path file, Reader reader, Spoke spoke) {
    return new SettingsWatch(file, reader, spoke);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        FileTime now = changed();
        if (!now.equals(seen)) {
          seen = now;
          apply();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void apply() {
    try {
      spoke.limit(SpokeSettings.limits(reader.read()));
    } catch (SettingException e) {
      log.error("{}: {}; everything stays as it was", file, e.getMessage());
    }
  }

  /** A file that is gone for a moment, because an editor replaces it, has not changed. */
  private FileTime changed() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return seen;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
