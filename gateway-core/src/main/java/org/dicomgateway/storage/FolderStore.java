package org.dicomgateway.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Objects as files below a folder, {@code root/site/study/pack.zip}.
 *
 * <p>An object is written under another name in {@code root/.incoming}, forced to disk, and then
 * linked to its own: the link is made only if the name is free, so an object is whole or not there,
 * and never replaced. The folders on the way are forced too.
 */
public final class FolderStore implements ObjectStore {
  private static final String INCOMING = ".incoming";

  private final Path root;
  private final Path incoming;

  /** Makes the folder if it is missing, and clears what an earlier process left half-written. */
  public FolderStore(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    this.incoming = this.root.resolve(INCOMING);
    Files.createDirectories(incoming);
    try (Stream<Path> left = Files.list(incoming)) {
      for (Path file : left.toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void create(String key, Path file, String sha256) throws IOException {
    Path target = path(key);
    Path temporary = incoming.resolve(UUID.randomUUID().toString());
    try {
      Files.copy(file, temporary);
      DurableFile.force(temporary);
      createFolders(target.getParent());
      Files.createLink(target, temporary);
      DurableFile.forceFolder(target.getParent());
    } catch (FileAlreadyExistsException e) {
      if (Files.mismatch(file, target) != -1) {
        throw new ObjectExistsException(key);
      }
      DurableFile.forceFolder(target.getParent());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    createFolders(folder.getParent());
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      // Another thread made it; forcing once more does no harm.
    }
    DurableFile.forceFolder(folder.getParent());
  }

  @Override
  public InputStream read(String key, long offset, long length) throws IOException {
    try {
      FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ);
      channel.position(offset);
      return BoundedInputStream.builder()
          .setInputStream(Channels.newInputStream(channel))
          .setMaxCount(length)
          .get();
    } catch (NoSuchFileException e) {
      throw new FileNotFoundException("no object " + key + " in " + root);
    }
  }

  @Override
  public Optional<Long> size(String key) throws IOException {
    try {
      return Optional.of(Files.size(path(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Stream<String> list(String prefix) throws IOException {
    Path start = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (!Files.isDirectory(start)) {
      return Stream.empty();
    }
    try (Stream<Path> tree = Files.walk(start)) {
      return tree
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(incoming))
          .map(file -> root.relativize(file).toString())
          .filter(key -> key.startsWith(prefix))
          .sorted(Comparator.naturalOrder())
          .toList()
          .stream();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Path path(String key) {
    return root.resolve(ObjectKey.require(key));
  }

  @Override
  public void close() {}
}
