package org.dicomgateway.spoke.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.spoke.change.ChangedFile;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An instance as it leaves.
 *
 * @param instance as it was received; null in {@link #NOTHING}
 * @param file its Part 10 file
 * @param length bytes of that
 * @param temporary the file, if it is for this once
 */
record Leaving(
    SpooledInstance instance, ChangedFile.Source file, long length, Optional<Path> temporary)
    implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Leaving.class);

  /** Of an instance that could not be read yet. */
  static final Leaving NOTHING = new Leaving(null, null, 0, Optional.empty());

  @Override
  public void close() {
    try {
      if (temporary.isPresent()) {
        Files.deleteIfExists(temporary.get());
      }
    } catch (IOException e) {
      log.warn("{} stays until the next start: {}", temporary.get(), e.getMessage());
    }
  }
}
