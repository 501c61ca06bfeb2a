package org.dicomgateway.hub.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.storage.DurableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sites of a hub, in a JSON file that commands change while the hub runs: each question looks
 * whether the file has changed. Thread-safe, also between processes.
 */
public final class Sites {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Set<OpenOption> ANEW =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
  private static final FileAttribute<?> FOR_THE_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private record Content(List<Site> sites) {}

  private final Path file;
  private String lastSeen = "";
  private List<Site> sites = List.of();

  public Sites(Path file) {
    this.file = file;
  }

  /** Name of the site that a token belongs to; empty if to none. */
  public Optional<String> siteOf(String token) {
    String sha256 = Token.sha256(token);
    return list().stream()
        .filter(site -> site.tokenSha256().equals(sha256))
        .map(Site::name)
        .findFirst();
  }

  /**
   * Adds a site.
   *
   * @return its token, which is not kept
   * @throws IllegalArgumentException if the name is none, or taken
   */
  public String add(String name) throws IOException {
    return change(
        name,
        known -> {
          if (known) {
            throw new IllegalArgumentException(
                ("site %s exists already; --replace gives it a new token,"
                        + " and the old one is void then")
                    .formatted(name));
          }
        });
  }

  /**
   * Gives a site another token; the old one is void at once.
   *
   * @throws IllegalArgumentException if there is no such site
   */
  public String replaceToken(String name) throws IOException {
    return change(
        name,
        known -> {
          if (!known) {
            throw new IllegalArgumentException("there is no site " + name + " to replace");
          }
        });
  }

  @FunctionalInterface
  private interface Check {
    void accept(boolean known);
  }

  private String change(String name, Check check) throws IOException {
    String token = Token.next();
    Site site = new Site(name, Token.sha256(token), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    Path folder = file.toAbsolutePath().getParent();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    Files.createDirectories(folder);
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      List<Site> changed = new ArrayList<>(list());
      check.accept(changed.removeIf(other -> other.name().equals(name)));
      changed.add(site);
      write(new Content(changed));
    }
    return token;
  }

  private void write(Content content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (SeekableByteChannel channel = Files.newByteChannel(temporary, ANEW, FOR_THE_OWNER)) {
        ByteBuffer bytes =
            ByteBuffer.wrap(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      DurableFile.replace(temporary, file);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e instanceof FileSystemException
          ? e
          : new FileSystemException(file.toString(), null, e.getMessage());
    }
  }

  /** All sites, in the order their tokens were made. */
  public synchronized List<Site> list() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      // The file is replaced, never rewritten, so its key tells even what the clock does not.
      String seen = now.fileKey() + " " + now.size() + " " + now.lastModifiedTime();
      if (!seen.equals(lastSeen)) {
        sites = List.copyOf(JSON.readValue(Files.readAllBytes(file), Content.class).sites());
        lastSeen = seen;
      }
      return sites;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw unreadable(e.toString(), e);
    } catch (JacksonException e) {
      throw unreadable(e.getOriginalMessage(), e);
    }
  }

  private UncheckedIOException unreadable(String reason, Exception e) {
    return new UncheckedIOException(
        new IOException(
            ("cannot read the sites from %s: %s. Put a copy back; or move it away and add the sites"
                    + " again, their spokes need the new tokens then")
                .formatted(file, reason),
            e));
  }
}
