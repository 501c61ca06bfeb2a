package org.dicomgateway.spoke.forward;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.dicomgateway.codec.transcoding.Original;
import org.dicomgateway.codec.transcoding.Transcoded;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.ChangedFile;

/**
 * What is sent in an instance's place.
 *
 * @param file a Part 10 file, never changed
 * @param at when it was made, to the millisecond; the same whenever it is asked for
 */
public record PreparedFile(Path file, Content content, Instant at) {

  /**
   * What the file is.
   *
   * @param length bytes
   * @param sha256 lower-case hex
   * @param original what restoring needs if it was compressed
   * @param changes of its attributes that are made in it
   */
  public record Content(
      long length,
      String sha256,
      int crc32,
      Optional<Original> original,
      AttributeChanges changes) {

    /** Files of earlier releases say nothing of changes: they had none. */
    public Content {
      original = original == null ? Optional.empty() : original;
      changes = changes == null ? AttributeChanges.NONE : changes;
    }

    /** Of a file that was compressed, after its attributes were changed. */
    public static Content of(Transcoded transcoded, AttributeChanges changes) {
      return new Content(
          transcoded.length(),
          transcoded.sha256(),
          transcoded.crc32(),
          Optional.of(transcoded.original()),
          changes);
    }

    /** Of a file that is not compressed. */
    public static Content of(ChangedFile changed, AttributeChanges changes) {
      return new Content(
          changed.length(), changed.sha256(), changed.crc32(), Optional.empty(), changes);
    }
  }

  /** How the queue is told of it. */
  public Preparedness preparedness() {
    return new Preparedness.Prepared(
        at,
        content.length(),
        content.original().map(Original::sha256).orElse(content.sha256()),
        content.original().isPresent() ? Preparedness.Form.COMPRESSED : Preparedness.Form.CHANGED);
  }
}
