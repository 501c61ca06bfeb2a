package org.dicomgateway.storage;

import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.PutObjectAPIArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Objects in a bucket of any S3 server that knows conditional writes ({@link S3Probe} finds out).
 *
 * <p>An object is created with {@code If-None-Match: *} and never replaced. Its SHA-256 goes along
 * as {@code x-amz-checksum-sha256}, for servers that check it, and as user metadata, for those that
 * only keep it. If a create's answer is lost, the repeat finds the object and compares.
 */
public final class S3Store implements ObjectStore {
  static final String CONTENT_TYPE = "application/zip";
  static final Map<String, String> CREATE_ONLY = Map.of("If-None-Match", "*");

  /** Larger files go up in parts: servers may refuse more in one request. */
  private static final long LONGEST_PUT = 64L << 20;

  private final S3Requests requests;
  private final String bucket;
  private final S3Multipart multipart;

  private S3Store(S3Requests requests, String bucket, S3Multipart multipart) {
    this.requests = requests;
    this.bucket = bucket;
    this.multipart = multipart;
  }

  /**
   * Opens a bucket, after trying in it what the hub relies on.
   *
   * @throws IOException if it cannot be reached, or its server cannot be relied on
   */
  public static S3Store open(S3Location location) throws IOException {
    S3Requests requests = new S3Requests(location);
    try {
      S3Probe.run(requests, location);
      S3Multipart multipart = new S3Multipart(requests, location.bucket());
      return new S3Store(requests, location.bucket(), multipart);
    } catch (IOException | RuntimeException e) {
      requests.close();
      throw e;
    }
  }

  @Override
  public void create(String key, Path file, String sha256) throws IOException {
    ObjectKey.require(key);
    try {
      if (Files.size(file) <= LONGEST_PUT) {
        requests.repeat(() -> put(key, file, sha256));
      } else if (!isThere(key, file, sha256)) {
        multipart.create(key, file, sha256);
      }
    } catch (S3Exception e) {
      if (e.status() != 412 || !isThere(key, file, sha256)) {
        throw e;
      }
    }
  }

  private CompletableFuture<Boolean> put(String key, Path file, String sha256) throws IOException {
    RandomAccessFile content = new RandomAccessFile(file.toFile(), "r");
    try {
      return requests
          .client()
          .putObject(
              PutObjectAPIArgs.builder()
                  .bucket(bucket)
                  .object(key)
                  .file(content, content.length())
                  .contentType(CONTENT_TYPE)
                  .headers(checked(sha256))
                  .extraHeaders(CREATE_ONLY)
                  .build())
          .handle((done, failure) -> closed(content, failure));
    } catch (RuntimeException e) {
      content.close();
      throw e;
    }
  }

  private static Boolean closed(RandomAccessFile content, Throwable failure) {
    try (content) {
      if (failure != null) {
        throw new CompletionException(failure);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Http.Headers checked(String sha256) {
    Http.Headers headers = metadata(sha256);
    byte[] digest = HexFormat.of().parseHex(sha256);
    headers.add("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(digest));
    headers.add("x-amz-sdk-checksum-algorithm", "SHA256");
    return headers;
  }

  /** Some servers drop checksums and content types, none drops user metadata. */
  static Http.Headers metadata(String sha256) {
    return new Http.Headers("x-amz-meta-sha256", sha256, "x-amz-meta-content-type", CONTENT_TYPE);
  }

  /**
   * Whether the object is there with these bytes.
   *
   * @throws ObjectExistsException if it is there with others
   */
  private boolean isThere(String key, Path file, String sha256) throws IOException {
    Optional<StatObjectResponse> found = stat(key);
    if (found.isEmpty()) {
      return false;
    }
    String kept = found.get().userMetadata().getFirst("sha256");
    if (found.get().size() != Files.size(file) || !sha256.equals(kept)) {
      throw new ObjectExistsException(key);
    }
    return true;
  }

  private Optional<StatObjectResponse> stat(String key) throws IOException {
    try {
      return Optional.of(
          requests.repeat(
              () ->
                  requests
                      .client()
                      .statObject(StatObjectArgs.builder().bucket(bucket).object(key).build())));
    } catch (S3Exception e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public InputStream read(String key, long offset, long length) throws IOException {
    ObjectKey.require(key);
    if (length == 0) {
      return InputStream.nullInputStream();
    }
    try {
      return requests.repeat(
          () ->
              requests
                  .client()
                  .getObject(
                      GetObjectArgs.builder()
                          .bucket(bucket)
                          .object(key)
                          .offset(offset)
                          .length(length)
                          .build()));
    } catch (S3Exception e) {
      return switch (e.status()) {
        case 404 -> throw notFound(e);
        // Beyond the end, where a file would have no more bytes either.
        case 416 -> InputStream.nullInputStream();
        default -> throw e;
      };
    }
  }

  private static FileNotFoundException notFound(S3Exception e) {
    FileNotFoundException notFound = new FileNotFoundException(e.getMessage());
    notFound.initCause(e);
    return notFound;
  }

  @Override
  public Optional<Long> size(String key) throws IOException {
    return stat(ObjectKey.require(key)).map(StatObjectResponse::size);
  }

  @Override
  public Stream<String> list(String prefix) {
    Iterable<Result<Item>> items =
        requests
            .client()
            .listObjects(
                ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).build());
    return StreamSupport.stream(items.spliterator(), false).map(this::key);
  }

  private String key(Result<Item> item) {
    try {
      return item.get().objectName();
    } catch (MinioException | IllegalStateException e) {
      throw new UncheckedIOException(requests.failure(e));
    }
  }

  @Override
  public void close() {
    requests.close();
  }
}
