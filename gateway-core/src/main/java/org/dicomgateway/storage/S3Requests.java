package org.dicomgateway.storage;

import io.minio.MinioAsyncClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Requests to one bucket: errors in one form, repeats where they make sense. Thread-safe. */
final class S3Requests implements AutoCloseable {
  private static final int AT_ONCE = 64;
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Pattern CODE = Pattern.compile("Response code: (\\d{3})");

  /** A request; made anew for every attempt. */
  @FunctionalInterface
  interface Request<T> {
    CompletableFuture<T> send() throws MinioException, IOException;
  }

  private final S3Location location;
  private final OkHttpClient http;
  private final MinioAsyncClient client;

  S3Requests(S3Location location) {
    this.location = location;
    this.http = http();
    MinioAsyncClient.Builder builder =
        MinioAsyncClient.builder().endpoint(location.endpoint()).httpClient(http, false);
    location.region().ifPresent(builder::region);
    location.keys().ifPresent(keys -> builder.credentials(keys.access(), keys.secret()));
    this.client = builder.build();
  }

  /** The library's own client lets five requests through at once and silently repeats them. */
  private static OkHttpClient http() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(16, 1, TimeUnit.MINUTES))
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectTimeout(Duration.ofSeconds(10))
        .readTimeout(Duration.ofMinutes(1))
        .writeTimeout(Duration.ofMinutes(1))
        .retryOnConnectionFailure(false)
        .build();
  }

  MinioAsyncClient client() {
    return client;
  }

  /** Repeats a request while its failure may pass. */
  <T> T repeat(Request<T> request) throws IOException {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        return once(request);
      } catch (S3Exception e) {
        if (!e.isPassing() || attempt == ATTEMPTS) {
          throw e;
        }
        sleep(pause);
        pause = pause.multipliedBy(2);
      }
    }
  }

  private static void sleep(Duration pause) throws InterruptedIOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting to repeat a request");
    }
  }

  <T> T once(Request<T> request) throws IOException {
    try {
      return request.send().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + location);
    } catch (ExecutionException | MinioException | IllegalStateException e) {
      throw failure(e);
    }
  }

  /** One form for the several in which the library tells of failures. */
  S3Exception failure(Exception e) {
    Throwable cause = e;
    while (isWrapper(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ErrorResponseException refused && refused.response() != null) {
      String code = refused.errorResponse().code();
      int status = refused.response().code();
      return new S3Exception(
          status,
          "%s answers %d %s%s".formatted(location, status, code, remedy(status, code)),
          cause);
    }
    Matcher code = CODE.matcher(String.valueOf(cause.getMessage()));
    if (cause instanceof InvalidResponseException && code.find()) {
      int status = Integer.parseInt(code.group(1));
      return new S3Exception(status, "%s answers %d".formatted(location, status), cause);
    }
    return new S3Exception(
        S3Exception.NO_ANSWER,
        "%s does not answer (%s): check that the server runs and the address is right"
            .formatted(location, reason(cause)),
        cause);
  }

  private static String reason(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return "no such host: " + cause.getMessage();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static boolean isWrapper(Throwable e) {
    return e instanceof ExecutionException
        || e instanceof CompletionException
        || e instanceof IllegalStateException
        || e.getClass() == MinioException.class;
  }

  private String remedy(int status, String code) {
    if (code.equals("NoSuchBucket")) {
      return ": create the bucket, or name another";
    }
    if (status == 401 || status == 403) {
      return ": check access key and secret key, and that they may read and write the bucket";
    }
    if (status == 507) {
      return ": the server is full";
    }
    return "";
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
