package org.dicomgateway.hub.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.pack.PackManifest;
import org.dicomgateway.pack.PackReader;
import org.dicomgateway.storage.ObjectKey;
import org.dicomgateway.storage.ObjectStore;

/** Packs in an object store. Thread-safe. */
public final class Archive {
  private static final int BUFFER = 1 << 16;

  private final ObjectStore store;

  public Archive(ObjectStore store) {
    this.store = store;
  }

  /**
   * The key of a pack.
   *
   * @throws IllegalArgumentException if site, study or pack id cannot be part of a key
   */
  public static String keyOf(PackManifest manifest) {
    for (String part : List.of(manifest.site(), manifest.studyInstanceUid(), manifest.packId())) {
      if (!ObjectKey.isSafe(part)) {
        throw new IllegalArgumentException("cannot be part of an object's key: \"" + part + "\"");
      }
    }
    return "%s/%s/%s.zip"
        .formatted(manifest.site(), manifest.studyInstanceUid(), manifest.packId());
  }

  /**
   * Asks the store for something, whatever it is.
   *
   * @throws IOException if it does not answer
   */
  public void probe() throws IOException {
    store.size("probe");
  }

  /**
   * Stores a pack and reads it back; on return it is durable and proven. The same bytes again are a
   * no-op.
   *
   * @param sha256 lower-case hex digest of the file
   * @return the key
   * @throws org.dicomgateway.storage.ObjectExistsException if other bytes lie under its key
   * @throws IOException also if the store gives back other bytes than it was given
   */
  public String add(PackManifest manifest, Path file, String sha256) throws IOException {
    String key = keyOf(manifest);
    store.create(key, file, sha256);
    String stored = sha256(store.read(key, 0, Files.size(file)));
    if (!stored.equals(sha256)) {
      throw new IOException(
          "the object store gives back other bytes of %s than it was given: sha256 %s, not %s"
              .formatted(key, stored, sha256));
    }
    return key;
  }

  /** Lower-case hex digest of a stream, which is closed. */
  public static String sha256(InputStream stream) throws IOException {
    try (stream) {
      MessageDigest digest = DigestUtils.getSha256Digest();
      byte[] buffer = new byte[BUFFER];
      for (int count; (count = stream.read(buffer)) >= 0; ) {
        digest.update(buffer, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /** Keys of all packs; the caller closes. */
  public Stream<String> keys() throws IOException {
    return store.list("").filter(key -> key.endsWith(".zip"));
  }

  /** Opens a pack, to be read by ranges. */
  public StoredPack open(String key) throws IOException {
    long length =
        store.size(key).orElseThrow(() -> new IOException("no object " + key + " in the archive"));
    return new StoredPack(
        key, length, PackReader.open((offset, count) -> store.read(key, offset, count), length));
  }

  /**
   * @param length bytes of the pack
   */
  public record StoredPack(String key, long length, PackReader reader) {}
}
