package org.dicomgateway.hub.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.storage.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The uploads of a folder, see the package documentation. Thread-safe. */
final class Uploads implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Uploads.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DESCRIPTION = ".json";
  private static final String BYTES = ".part";

  private final Path folder;
  private final ConcurrentHashMap<String, Upload> open = new ConcurrentHashMap<>();

  /** Takes up what an earlier process left. */
  Uploads(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    for (Path file : filesEndingIn(DESCRIPTION)) {
      UploadDescription description = read(file);
      open.put(description.packId(), new Upload(description, bytes(description.packId())));
    }
    // Bytes without a description belong to a pack that was done, or to none.
    for (Path file : filesEndingIn(BYTES)) {
      if (!open.containsKey(file.getFileName().toString().replace(BYTES, ""))) {
        Files.delete(file);
      }
    }
  }

  private List<Path> filesEndingIn(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  private static UploadDescription read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(file), UploadDescription.class);
    } catch (JacksonException e) {
      throw new IOException("%s: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  /**
   * Creates an upload; again for a known one changes nothing.
   *
   * @throws TransferException if the identifier is none or taken, or there is no room
   */
  Upload create(String packId, String site, long length) throws IOException {
    if (!PackId.isValid(packId)) {
      throw TransferException.badRequest("no pack id (a UUID of version 7): \"" + packId + "\"");
    }
    if (length < 1) {
      throw TransferException.badRequest("a pack has 1 byte at least, not " + length);
    }
    synchronized (open) {
      Upload known = open.get(packId);
      if (known == null) {
        checkRoom(length);
        UploadDescription description =
            new UploadDescription(packId, site, length, Instant.now(), "");
        write(description);
        known = new Upload(description, bytes(packId));
        open.put(packId, known);
      }
      UploadDescription description = known.description();
      if (!description.site().equals(site) || description.length() != length) {
        throw TransferException.conflict("pack id %s is in use for another pack".formatted(packId));
      }
      return known;
    }
  }

  private void checkRoom(long length) throws IOException {
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < length) {
      throw TransferException.noRoom(
          bytes(""), new IOException("%d bytes needed, %d free".formatted(length, usable)));
    }
  }

  /** An upload of a site; empty if it has none of this name. */
  Optional<Upload> find(String packId, String site) {
    return Optional.ofNullable(open.get(packId))
        .filter(upload -> upload.description().site().equals(site));
  }

  List<Upload> all() {
    return List.copyOf(open.values());
  }

  /** Notes for good that a pack cannot be taken. */
  void reject(Upload upload, String reason) throws IOException {
    UploadDescription rejected = upload.description().rejected(reason);
    write(rejected);
    upload.reject(rejected);
  }

  /** Removes an upload and its bytes. */
  void remove(Upload upload) throws IOException {
    String packId = upload.description().packId();
    synchronized (open) {
      upload.close();
      // The description goes first: bytes alone are swept, a description alone would be an upload.
      Files.deleteIfExists(description(packId));
      Files.deleteIfExists(bytes(packId));
      open.remove(packId);
    }
  }

  /** Removes rejected uploads, and those whose bytes never came, after a time without a change. */
  void sweep(Duration idle) throws IOException {
    Instant before = Instant.now().minus(idle);
    for (Upload upload : all()) {
      boolean waiting = upload.description().isRejected() || !upload.isComplete();
      if (waiting && lastChange(upload).isBefore(before)) {
        log.warn(
            "pack {} of site {}: forgotten after {} days without a byte, at byte {} of {}",
            upload.description().packId(),
            upload.description().site(),
            idle.toDays(),
            upload.offset(),
            upload.description().length());
        remove(upload);
      }
    }
  }

  private Instant lastChange(Upload upload) throws IOException {
    Path bytes = upload.file();
    Path changed = Files.exists(bytes) ? bytes : description(upload.description().packId());
    return Files.getLastModifiedTime(changed).toInstant();
  }

  private void write(UploadDescription description) throws IOException {
    Path target = description(description.packId());
    Path temporary = folder.resolve(description.packId() + ".new");
    try {
      Files.write(temporary, JSON.writeValueAsBytes(description));
      DurableFile.replace(temporary, target);
    } catch (IOException e) {
      throw TransferException.noRoom(target, e);
    }
  }

  private Path description(String packId) {
    return folder.resolve(packId + DESCRIPTION);
  }

  private Path bytes(String packId) {
    return folder.resolve(packId + BYTES);
  }

  @Override
  public void close() throws IOException {
    for (Upload upload : all()) {
      upload.close();
    }
  }
}
