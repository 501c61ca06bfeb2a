package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** One request and its answer, which may take as long as something moves. */
final class Exchange {
  /** How often in the time of a stall it is seen whether something moved. */
  private static final int LOOKS_A_STALL = 6;

  private Exchange() {}

  /**
   * Sends a request and waits for its answer.
   *
   * @param moved counts up while the request moves
   * @throws TimeoutException if nothing moved for the time of a stall
   * @throws IOException if the connection broke
   */
  static HttpResponse<String> send(
      HttpClient client, HttpRequest request, LongSupplier moved, Duration stall)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      return await(answer, moved, stall);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpResponse<String> await(
      CompletableFuture<HttpResponse<String>> answer, LongSupplier moved, Duration stall)
      throws InterruptedException, ExecutionException, TimeoutException {
    long seen = moved.getAsLong();
    long since = System.nanoTime();
    while (true) {
      try {
        return answer.get(stall.toMillis() / LOOKS_A_STALL, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (moved.getAsLong() > seen) {
          seen = moved.getAsLong();
          since = System.nanoTime();
        } else if (System.nanoTime() - since >= stall.toNanos()) {
          throw e;
        }
      }
    }
  }
}
