package org.dicomgateway.spoke.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.dicomgateway.spoke.forward.PreparedFile;
import org.dicomgateway.spoke.forward.PreparedFile.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Prepared files, by the id of their instance in the spool. Thread-safe. */
final class PreparedFolder {
  private static final Logger log = LoggerFactory.getLogger(PreparedFolder.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FILE = ".dcm";
  private static final String DESCRIPTION = ".json";

  private final Path folder;
  private final Map<String, Content> files = new ConcurrentHashMap<>();

  /** Of an earlier process: whether the disk kept them is seen when they are asked for. */
  private final Set<String> unproven = ConcurrentHashMap.newKeySet();

  private PreparedFolder(Path folder) {
    this.folder = folder;
  }

  /** Takes up what an earlier process left; what is not whole is deleted. */
  static PreparedFolder open(Path path) throws IOException {
    PreparedFolder folder = new PreparedFolder(Files.createDirectories(path));
    try (Stream<Path> list = Files.list(path)) {
      for (Path file : list.toList()) {
        folder.takeUp(file, file.getFileName().toString());
      }
    }
    return folder;
  }

  private void takeUp(Path file, String name) throws IOException {
    if (name.endsWith(DESCRIPTION)) {
      String id = name.substring(0, name.length() - DESCRIPTION.length());
      Optional<Content> described = described(id);
      if (described.isPresent()) {
        files.put(id, described.get());
        unproven.add(id);
      } else {
        delete(id);
      }
    } else if (!name.endsWith(FILE)
        || !Files.exists(folder.resolve(name.replace(FILE, DESCRIPTION)))) {
      Files.deleteIfExists(file);
    }
  }

  private Optional<Content> described(String id) throws IOException {
    try {
      Content content = JSON.readValue(Files.readAllBytes(path(id, DESCRIPTION)), Content.class);
      return Optional.of(content).filter(whole -> isWhole(id, whole));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private boolean isWhole(String id, Content content) {
    return content.sha256() != null && content.length() == path(id, FILE).toFile().length();
  }

  /** Where an instance's file is to be written before it is {@link #add added}. */
  Path part(String id) {
    return path(id, ".part");
  }

  /** Where it is to be written with other attributes before it is compressed. */
  Path changed(String id) {
    return path(id, ".changed");
  }

  /** Takes the written file. It is whole whenever it has its name, after a power cut too. */
  void add(String id, Content content) throws IOException {
    Path part = part(id);
    // By our clock: the file system's lags some milliseconds behind it.
    Files.setLastModifiedTime(part, FileTime.from(Instant.now()));
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.write(path(id, DESCRIPTION), JSON.writeValueAsBytes(content));
    Files.move(part, path(id, FILE), StandardCopyOption.ATOMIC_MOVE);
    files.put(id, content);
  }

  Set<String> ids() {
    return Set.copyOf(files.keySet());
  }

  /** Bytes of all files. */
  long bytes() {
    return files.values().stream().mapToLong(Content::length).sum();
  }

  /** The file of an instance; empty if there is none, or none that is whole. */
  Optional<PreparedFile> get(String id) {
    Content content = files.get(id);
    if (content == null) {
      return Optional.empty();
    }
    Path file = path(id, FILE);
    if (!isWhole(id, content) || unproven.contains(id) && !isProven(file, content)) {
      log.warn("{} is lost or damaged", file);
      remove(id);
      return Optional.empty();
    }
    unproven.remove(id);
    Instant at = Instant.ofEpochMilli(file.toFile().lastModified());
    return Optional.of(new PreparedFile(file, content, at));
  }

  private static boolean isProven(Path file, Content content) {
    CRC32 crc32 = new CRC32();
    try (InputStream bytes = new CheckedInputStream(Files.newInputStream(file), crc32)) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return (int) crc32.getValue() == content.crc32();
    } catch (IOException e) {
      return false;
    }
  }

  /** Deletes an instance's file; returns whether it had one. */
  boolean remove(String id) {
    boolean had = files.remove(id) != null;
    unproven.remove(id);
    if (had) {
      try {
        delete(id);
      } catch (IOException e) {
        log.warn("{} stays until the next start: {}", path(id, FILE), e.getMessage());
      }
    }
    return had;
  }

  private void delete(String id) throws IOException {
    Files.deleteIfExists(path(id, FILE));
    Files.deleteIfExists(path(id, DESCRIPTION));
  }

  private Path path(String id, String suffix) {
    return folder.resolve(id + suffix);
  }
}
