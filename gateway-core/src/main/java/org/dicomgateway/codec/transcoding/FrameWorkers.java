package org.dicomgateway.codec.transcoding;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Who codes frames.
 *
 * @param executor runs the work on one frame
 * @param ahead frames of an image that are in memory at a time, from 1; more than the executor has
 *     threads is of no use
 */
public record FrameWorkers(Executor executor, int ahead) {
  private static final long MEMORY = 64L << 20;

  /** The calling thread, one frame after the other. */
  public static final FrameWorkers CALLER = new FrameWorkers(Runnable::run, 1);

  @FunctionalInterface
  interface Begin<T> {
    /** Reads what the work on a frame needs, in the order of the frames; they count from 1. */
    Callable<T> frame(int number) throws IOException;
  }

  @FunctionalInterface
  interface End<T> {
    /** Takes what became of the next frame. */
    void take(T result) throws IOException;
  }

  /**
   * Works on all frames, ends them in their order.
   *
   * @param frameLength bytes of one
   */
  <T> void run(int frames, long frameLength, Begin<T> begin, End<T> end) throws IOException {
    int most = Math.clamp(MEMORY / Math.max(1, frameLength), 1, ahead);
    Deque<FutureTask<T>> running = new ArrayDeque<>();
    try {
      for (int frame = 1; frame <= frames; frame++) {
        if (running.size() == most) {
          end.take(result(running.poll()));
        }
        FutureTask<T> task = new FutureTask<>(begin.frame(frame));
        executor.execute(task);
        running.add(task);
      }
      while (!running.isEmpty()) {
        end.take(result(running.poll()));
      }
    } finally {
      running.forEach(task -> task.cancel(true));
    }
  }

  private static <T> T result(FutureTask<T> task) throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while coding frames");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
