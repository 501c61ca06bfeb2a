package org.dicomgateway.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Immutable objects under keys such as {@code site/study/pack.zip}: in memory, in a folder, or in
 * an S3 bucket. Thread-safe.
 *
 * <p>Keys are relative, their segments are separated by {@code /}, none is empty, {@code .} or
 * {@code ..}, none is over 255 bytes, and no key is a folder of another.
 */
public interface ObjectStore extends AutoCloseable {

  /**
   * Creates an object from a file. It is seen whole or not at all, and durable on return. If the
   * call fails it may or may not exist: call again.
   *
   * @param sha256 lower-case hex digest of the file, kept with the object
   * @throws ObjectExistsException if the key holds other bytes; the same bytes again are a no-op
   */
  void create(String key, Path file, String sha256) throws IOException;

  /**
   * Reads part of an object; the caller closes the stream. One request to the store.
   *
   * @throws java.io.FileNotFoundException if there is no such object
   */
  InputStream read(String key, long offset, long length) throws IOException;

  /** Size in bytes; empty if there is no such object. */
  Optional<Long> size(String key) throws IOException;

  /** Keys that begin with a prefix, in the order of their UTF-8 bytes; the caller closes. */
  Stream<String> list(String prefix) throws IOException;

  @Override
  void close();
}
