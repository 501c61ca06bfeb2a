package org.dicomgateway.storage;

import io.minio.BucketExistsArgs;
import io.minio.Http;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.messages.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries in the real bucket what the store relies on: S3 servers ignore what they do not know, so
 * nothing else would tell.
 *
 * <ul>
 *   <li>A create-only PUT that overwrites, or is not known: the server is refused.
 *   <li>The same for objects made of parts, or wrong checksums that are accepted (older Ceph does
 *       both): the server is used. Pack ids are unique, the index decides before the store is
 *       asked, and the archive reads back what it wrote; the log says so.
 * </ul>
 */
final class S3Probe {
  private static final Logger log = LoggerFactory.getLogger(S3Probe.class);
  private static final byte[] CONTENT = "probe".getBytes(StandardCharsets.US_ASCII);

  private final S3Requests requests;
  private final S3Location location;
  private final String key = "gateway-probe/" + UUID.randomUUID();

  private S3Probe(S3Requests requests, S3Location location) {
    this.requests = requests;
    this.location = location;
  }

  static void run(S3Requests requests, S3Location location) throws IOException {
    S3Probe probe = new S3Probe(requests, location);
    probe.requireBucket();
    try {
      probe.requireCreateOnlyPut();
      log.info(
          "object store {}: create-only PUT yes, create-only multipart {}, checks SHA-256 {}",
          location,
          probe.knowsCreateOnlyMultipart() ? "yes" : "no (pack ids are unique)",
          probe.checksSha256() ? "yes" : "no (what is stored is read back)");
    } finally {
      probe.remove(probe.key);
      probe.remove(probe.key + "-checksum");
    }
  }

  private void requireBucket() throws IOException {
    boolean exists =
        requests.repeat(
            () ->
                requests
                    .client()
                    .bucketExists(BucketExistsArgs.builder().bucket(location.bucket()).build()));
    if (!exists) {
      throw new IOException(
          "bucket %s does not exist at %s: create it, or name another"
              .formatted(location.bucket(), location.endpoint()));
    }
  }

  private void requireCreateOnlyPut() throws IOException {
    put(key, new Http.Headers(), S3Store.CREATE_ONLY);
    int second = statusOf(() -> put(key, new Http.Headers(), S3Store.CREATE_ONLY));
    if (second != 412) {
      throw new IOException(
          ("%s does not keep an object from being overwritten (PUT with If-None-Match answered %d,"
                  + " not 412): use a server that knows conditional writes, such as Ceph 16 or newer")
              .formatted(location, second));
    }
  }

  private boolean knowsCreateOnlyMultipart() throws IOException {
    S3Multipart multipart = new S3Multipart(requests, location.bucket());
    String uploadId = multipart.begin(key, "");
    Part part = multipart.upload(key, uploadId, 1, CONTENT, CONTENT.length);
    int status = statusOf(() -> multipart.complete(key, uploadId, new Part[] {part}));
    if (status != 200) {
      multipart.abortQuietly(key, uploadId, new IOException("probe"));
    }
    return status == 412;
  }

  private boolean checksSha256() throws IOException {
    Http.Headers wrong =
        new Http.Headers(
            "x-amz-checksum-sha256",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "x-amz-sdk-checksum-algorithm",
            "SHA256");
    int status = statusOf(() -> put(key + "-checksum", wrong, Map.of()));
    return status >= 400 && status < 500;
  }

  private void put(String name, Http.Headers headers, Map<String, String> extra)
      throws IOException {
    requests.once(
        () ->
            requests
                .client()
                .putObject(
                    PutObjectAPIArgs.builder()
                        .bucket(location.bucket())
                        .object(name)
                        .data(CONTENT, CONTENT.length)
                        .contentType("text/plain")
                        .headers(headers)
                        .extraHeaders(extra)
                        .build()));
  }

  @FunctionalInterface
  private interface Trial {
    void run() throws IOException;
  }

  private static int statusOf(Trial trial) throws IOException {
    try {
      trial.run();
      return 200;
    } catch (S3Exception e) {
      if (e.status() == S3Exception.NO_ANSWER) {
        throw e;
      }
      return e.status();
    }
  }

  private void remove(String name) {
    try {
      requests.once(
          () ->
              requests
                  .client()
                  .removeObject(
                      RemoveObjectArgs.builder().bucket(location.bucket()).object(name).build()));
    } catch (IOException e) {
      log.warn("cannot remove the probe's object {}: {}", name, e.getMessage());
    }
  }
}
