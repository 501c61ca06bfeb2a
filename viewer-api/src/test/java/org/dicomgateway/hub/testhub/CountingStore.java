package org.dicomgateway.hub.testhub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.dicomgateway.storage.ObjectStore;

/** Notes every ranged read that is made of a store. */
public final class CountingStore implements ObjectStore {

  /** One read. */
  public record Read(String key, long offset, long length) {}

  private final ObjectStore store;
  private final List<Read> reads = new CopyOnWriteArrayList<>();

  public CountingStore(ObjectStore store) {
    this.store = store;
  }

  /** What was read since the last call. */
  public List<Read> takeReads() {
    List<Read> taken = List.copyOf(reads);
    reads.clear();
    return taken;
  }

  @Override
  public void create(String key, Path file, String sha256) throws IOException {
    store.create(key, file, sha256);
  }

  @Override
  public InputStream read(String key, long offset, long length) throws IOException {
    reads.add(new Read(key, offset, length));
    return store.read(key, offset, length);
  }

  @Override
  public Optional<Long> size(String key) throws IOException {
    return store.size(key);
  }

  @Override
  public Stream<String> list(String prefix) throws IOException {
    return store.list(prefix);
  }

  @Override
  public void close() {
    store.close();
  }
}
