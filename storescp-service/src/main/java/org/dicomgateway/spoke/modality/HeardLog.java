package org.dicomgateway.spoke.modality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dicomgateway.storage.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who was heard when, kept in memory and written now and then: what happened since is all that a
 * power cut takes. Thread-safe.
 */
final class HeardLog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HeardLog.class);
  private static final Duration WRITTEN_EVERY = Duration.ofSeconds(20);

  /** Whoever scans ports does not fill the memory. */
  private static final int MOST = 500;

  private record Caller(String aeTitle, String address) {}

  private final Path file;
  private final Map<Caller, Heard> heard = new HashMap<>();
  private final Thread writer;
  private boolean changed;

  private HeardLog(Path file) {
    this.file = file;
    this.writer = Thread.ofVirtual().name("heard").unstarted(this::writeNowAndThen);
  }

  /** Goes on where the last one ended; a file that cannot be read is begun anew. */
  static HeardLog open(Path file) {
    HeardLog all = new HeardLog(file);
    try {
      if (Files.exists(file)) {
        for (Heard one : JsonMapper.shared().readValue(file.toFile(), Heard[].class)) {
          all.heard.put(new Caller(one.aeTitle(), one.address()), one);
        }
      }
    } catch (JacksonException e) {
      log.warn("{} cannot be read, who was heard is noted anew: {}", file, e.getMessage());
    }
    all.writer.start();
    return all;
  }

  synchronized void note(String aeTitle, String address, UnaryOperator<Heard> what) {
    Caller caller = new Caller(aeTitle, address);
    Heard before = heard.get(caller);
    if (before == null && heard.size() >= MOST) {
      forgetTheOldest();
    }
    Heard known = before == null ? Heard.first(aeTitle, address, Instant.now()) : before;
    heard.put(caller, what.apply(known));
    changed = true;
  }

  private void forgetTheOldest() {
    heard.values().stream()
        .min(Comparator.comparing(Heard::last))
        .ifPresent(one -> heard.remove(new Caller(one.aeTitle(), one.address())));
  }

  /** The last one first. */
  synchronized List<Heard> all() {
    return heard.values().stream().sorted(Comparator.comparing(Heard::last).reversed()).toList();
  }

  private void writeNowAndThen() {
    try {
      while (true) {
        Thread.sleep(WRITTEN_EVERY);
        write();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    List<Heard> written;
    synchronized (this) {
      if (!changed) {
        return;
      }
      changed = false;
      written = all();
    }
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, JsonMapper.shared().writeValueAsBytes(written));
      DurableFile.replace(part, file);
    } catch (IOException e) {
      log.warn("who was heard cannot be written to {}: {}", file, e.getMessage());
    }
  }

  @Override
  public void close() {
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    write();
  }
}
