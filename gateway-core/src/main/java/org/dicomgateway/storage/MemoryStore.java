package org.dicomgateway.storage;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Objects in the heap, for tests and demonstrations. Keys are ASCII, so they sort as UTF-8. */
public final class MemoryStore implements ObjectStore {
  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

  @Override
  public void create(String key, Path file, String sha256) throws IOException {
    byte[] content = Files.readAllBytes(file);
    byte[] present = objects.putIfAbsent(ObjectKey.require(key), content);
    if (present != null && !Arrays.equals(present, content)) {
      throw new ObjectExistsException(key);
    }
  }

  @Override
  public InputStream read(String key, long offset, long length) throws IOException {
    byte[] content = objects.get(ObjectKey.require(key));
    if (content == null) {
      throw new FileNotFoundException("no object " + key);
    }
    int from = (int) Math.min(offset, content.length);
    return new ByteArrayInputStream(
        content, from, (int) Math.min(length, (long) content.length - from));
  }

  @Override
  public Optional<Long> size(String key) {
    return Optional.ofNullable(objects.get(ObjectKey.require(key)))
        .map(content -> (long) content.length);
  }

  @Override
  public Stream<String> list(String prefix) {
    return List.copyOf(objects.tailMap(prefix).keySet()).stream()
        .takeWhile(key -> key.startsWith(prefix));
  }

  @Override
  public void close() {}
}
