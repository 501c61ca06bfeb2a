package org.dicomgateway.storage;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.UploadPartArgs;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Creates an object from parts; it is there when the last request is answered. Thread-safe. */
final class S3Multipart {
  /**
   * Bytes of a part, which is in the heap while it is sent: given a file, the library (9.0.4) signs
   * one part of it and sends the next. S3 wants 5 MiB at least, and no more than 10,000 parts.
   */
  private static final int PART = 8 << 20;

  private static final int MOST_PARTS = 10_000;

  private final S3Requests requests;
  private final String bucket;

  S3Multipart(S3Requests requests, String bucket) {
    this.requests = requests;
    this.bucket = bucket;
  }

  void create(String key, Path file, String sha256) throws IOException {
    String uploadId = begin(key, sha256);
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
      complete(key, uploadId, parts(key, uploadId, content));
    } catch (IOException | RuntimeException e) {
      abortQuietly(key, uploadId, e);
      throw e;
    }
  }

  String begin(String key, String sha256) throws IOException {
    return requests
        .repeat(
            () ->
                requests
                    .client()
                    .createMultipartUpload(
                        CreateMultipartUploadArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .headers(S3Store.metadata(sha256))
                            .build()))
        .result()
        .uploadId();
  }

  private Part[] parts(String key, String uploadId, RandomAccessFile content) throws IOException {
    long length = content.length();
    int partLength = Math.toIntExact(Math.max(PART, length / MOST_PARTS + 1));
    Part[] parts = new Part[(int) ((length + partLength - 1) / partLength)];
    byte[] bytes = new byte[partLength];
    for (int i = 0; i < parts.length; i++) {
      int count = (int) Math.min(partLength, length - (long) i * partLength);
      content.readFully(bytes, 0, count);
      parts[i] = upload(key, uploadId, i + 1, bytes, count);
    }
    return parts;
  }

  Part upload(String key, String uploadId, int number, byte[] bytes, int count) throws IOException {
    return requests
        .repeat(
            () ->
                requests
                    .client()
                    .uploadPart(
                        UploadPartArgs.builder()
                            .bucket(bucket)
                            .object(key)
                            .uploadId(uploadId)
                            .partNumber(number)
                            .data(bytes, count)
                            .build()))
        .part();
  }

  void complete(String key, String uploadId, Part[] parts) throws IOException {
    requests.repeat(
        () ->
            requests
                .client()
                .completeMultipartUpload(
                    CompleteMultipartUploadArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .uploadId(uploadId)
                        .parts(parts)
                        .extraHeaders(S3Store.CREATE_ONLY)
                        .build()));
  }

  /** Parts that stay behind take room until the bucket's own rules remove them. */
  void abortQuietly(String key, String uploadId, Exception because) {
    try {
      requests.once(
          () ->
              requests
                  .client()
                  .abortMultipartUpload(
                      AbortMultipartUploadArgs.builder()
                          .bucket(bucket)
                          .object(key)
                          .uploadId(uploadId)
                          .build()));
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
