package org.dicomgateway.samples.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A service that runs as a process of its own. Thread-safe. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(90);
  private static final int TAIL = 60;

  private final Process process;
  private final Path log;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  /** Not a virtual one: reading a pipe holds its carrier, and two services hold both of two. */
  private final Thread listener;

  private ServiceProcess(Process process, String readyWord, Path log) {
    this.process = process;
    this.log = log;
    this.listener = Thread.ofPlatform().daemon().start(() -> listen(readyWord));
  }

  /**
   * Starts a service and waits until it serves.
   *
   * @param readyWord how the line begins that it prints then
   * @param log file its other output is added to
   * @throws IOException if it ends instead or takes too long, with the end of its log
   */
  public static ServiceProcess start(List<String> command, String readyWord, Path log)
      throws IOException {
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    ServiceProcess service = new ServiceProcess(builder.start(), readyWord, log);
    try {
      service.ready.get(START.toSeconds(), TimeUnit.SECONDS);
      return service;
    } catch (ExecutionException | TimeoutException e) {
      service.kill();
      throw new IOException("no line \"%s …\" came%n%s".formatted(readyWord, service.tail()), e);
    } catch (InterruptedException e) {
      service.kill();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + readyWord + " was awaited", e);
    }
  }

  private void listen(String readyWord) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(readyWord)) {
          ready.complete(line);
        }
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
      ready.completeExceptionally(new IOException("its output ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** The line it printed when it began to serve. */
  public String readyLine() {
    return ready.join();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Kills it as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
    awaitListened();
  }

  /** Asks it to end, and returns when it has. */
  @Override
  public void close() {
    end(process);
    awaitListened();
  }

  /** Its last lines are in the log then, and nothing is written there any more. */
  private void awaitListened() {
    try {
      listener.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks a process to end, and returns when it has; kills it if it takes too long. */
  public static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines of its log. */
  public String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "its log cannot be read: " + e;
    }
  }
}
