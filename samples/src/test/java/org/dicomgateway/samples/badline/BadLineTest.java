package org.dicomgateway.samples.badline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A box between two sockets. Times are only ever held against what the line must not exceed. */
class BadLineTest {
  private static final byte[] QUESTION = "question".getBytes();
  private static final byte[] ANSWER = "answer".getBytes();

  private ServerSocket server;
  private BadLine line;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    server.setSoTimeout(20_000);
  }

  @AfterEach
  void close() throws IOException {
    line.close();
    server.close();
  }

  private void open(LineQuality quality, CutSchedule schedule) throws IOException {
    InetSocketAddress target = (InetSocketAddress) server.getLocalSocketAddress();
    line = BadLine.open(0, target, quality, schedule);
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), line.port());
    client.setSoTimeout(20_000);
    return client;
  }

  private Socket accept() throws IOException {
    Socket accepted = server.accept();
    accepted.setSoTimeout(20_000);
    return accepted;
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(1).nextBytes(bytes);
    return bytes;
  }

  private static CompletableFuture<byte[]> readAll(Socket socket) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return socket.getInputStream().readAllBytes();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Test
  void seesAWordLeaveThatComesInTwoHalves() throws Exception {
    open(LineQuality.PERFECT, CutSchedule.never());
    Future<Long> sighting = line.sighting("question");
    try (Socket client = connect();
        Socket accepted = accept()) {
      client.getOutputStream().write("…ques".getBytes());
      assertThat(accepted.getInputStream().readNBytes(4)).hasSize(4);
      assertThat(sighting).isNotDone();
      client.getOutputStream().write("tion".getBytes());

      assertThat(sighting.get(20, TimeUnit.SECONDS)).isLessThanOrEqualTo(System.nanoTime());
    }
  }

  @Test
  void keepsContentAndOrderBothWaysAndCountsIt() throws Exception {
    open(
        LineQuality.PERFECT
            .rate(80_000)
            .delay(Duration.ofMillis(2))
            .jitter(Duration.ofMillis(5))
            .stalls(0.2),
        CutSchedule.never());
    byte[] there = noise(3_000_000);
    byte[] back = noise(1_000_001);
    try (Socket client = connect();
        Socket accepted = accept()) {
      CompletableFuture<byte[]> received = readAll(accepted);
      client.getOutputStream().write(there);
      client.shutdownOutput();
      assertThat(received.get(60, TimeUnit.SECONDS)).isEqualTo(there);
      CompletableFuture<byte[]> answered = readAll(client);
      accepted.getOutputStream().write(back);
      accepted.shutdownOutput();
      assertThat(answered.get(60, TimeUnit.SECONDS)).isEqualTo(back);
    }
    assertThat(line.traffic())
        .isEqualTo(new Traffic(there.length, there.length, back.length, back.length, 1, 0));
  }

  @Test
  void givesNoMoreThanItsRateAndHoldsBackTheSender() throws Exception {
    LineQuality quality = LineQuality.PERFECT.rate(8_000).delay(Duration.ofMillis(50));
    open(quality, CutSchedule.never());
    try (Socket client = connect();
        Socket accepted = accept()) {
      long start = System.nanoTime();
      CompletableFuture<Void> writing = write(client, noise(1_000_000));
      accepted.getInputStream().readNBytes(500_000);
      double seconds = (System.nanoTime() - start) / 1e9;
      long given = line.traffic().upGiven();
      long taken = line.traffic().upTaken();

      assertThat(seconds).as("100 ms to connect, 500 to send, 50 to arrive").isGreaterThan(0.63);
      double late = (System.nanoTime() - start) / 1e9;
      assertThat(given).isLessThanOrEqualTo((long) (1_000_000 * (late + 0.02)));
      assertThat(taken - given).isLessThanOrEqualTo(quality.window() + quality.piece());
      accepted.getInputStream().readNBytes(500_000);
      writing.get(20, TimeUnit.SECONDS);
    }
  }

  private static CompletableFuture<Void> write(Socket socket, byte[] bytes) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            socket.getOutputStream().write(bytes);
          } catch (IOException e) {
            // What the test is about comes to light at the other end.
          }
        });
  }

  @Test
  void receiverThatReadsNothingHoldsBackTheSenderToo() throws Exception {
    open(LineQuality.PERFECT, CutSchedule.never());
    try (Socket client = connect();
        Socket accepted = accept()) {
      write(client, noise(64 << 20));
      long before;
      long after = 0;
      do {
        before = after;
        Thread.sleep(300);
        after = line.traffic().upTaken();
      } while (after != before || after == 0);
      assertThat(after).isLessThan(16 << 20);
      assertThat(accepted.isConnected()).isTrue();
    }
  }

  @Test
  void resetTellsBothEndsAndIsCountedOnce() throws Exception {
    open(LineQuality.PERFECT, CutSchedule.never());
    try (Socket client = connect();
        Socket accepted = accept()) {
      converse(client, accepted);
      line.cut(Cut.RESET);
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
      assertThatThrownBy(() -> accepted.getInputStream().read())
          .isInstanceOf(SocketException.class);
    }
    try (Socket client = connect();
        Socket accepted = accept()) {
      converse(client, accepted);
    }
    assertThat(line.traffic().cuts()).isEqualTo(1);
    assertThat(line.traffic().connections()).isEqualTo(2);
  }

  private static void converse(Socket client, Socket accepted) throws IOException {
    client.getOutputStream().write(QUESTION);
    assertThat(accepted.getInputStream().readNBytes(QUESTION.length)).isEqualTo(QUESTION);
    accepted.getOutputStream().write(ANSWER);
    assertThat(client.getInputStream().readNBytes(ANSWER.length)).isEqualTo(ANSWER);
  }

  @Test
  void silentCutTellsNobody() throws Exception {
    open(LineQuality.PERFECT, CutSchedule.never());
    try (Socket client = connect();
        Socket accepted = accept()) {
      converse(client, accepted);
      line.cut(Cut.SILENT);
      client.getOutputStream().write(QUESTION);
      assertHearsNothing(accepted);
      assertHearsNothing(client);
      assertThat(line.open()).isZero();
    }
  }

  @Test
  void halfOpenConnectionTellsTheClientOnly() throws Exception {
    open(LineQuality.PERFECT, CutSchedule.never());
    try (Socket client = connect();
        Socket accepted = accept()) {
      converse(client, accepted);
      line.cut(Cut.HALF_OPEN);
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
      accepted.getOutputStream().write(ANSWER);
      assertHearsNothing(accepted);
    }
  }

  private static void assertHearsNothing(Socket socket) throws IOException {
    socket.setSoTimeout(400);
    InputStream in = socket.getInputStream();
    assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void lyingResetDeliversTheQuestionAndKeepsTheAnswer() throws Exception {
    open(LineQuality.PERFECT, CutSchedule.never());
    try (Socket client = connect();
        Socket accepted = accept()) {
      converse(client, accepted);
      line.cut(Cut.LYING_RESET);
      client.getOutputStream().write(QUESTION);
      assertThat(accepted.getInputStream().readNBytes(QUESTION.length)).isEqualTo(QUESTION);
      accepted.getOutputStream().write(ANSWER);
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void cutsOnItsSchedule() throws Exception {
    open(LineQuality.PERFECT, CutSchedule.every(100_000, List.of(Cut.RESET), 2));
    for (int attempt = 0; attempt < 3; attempt++) {
      try (Socket client = connect();
          Socket accepted = accept()) {
        write(client, noise(100_000));
        assertThat(received(accepted)).isLessThanOrEqualTo(100_000);
      }
    }
    assertThat(line.traffic().cuts()).isEqualTo(2);
  }

  /** Bytes until the line is cut, or all there are. */
  private static int received(Socket socket) {
    int count = 0;
    try {
      InputStream in = socket.getInputStream();
      while (count < 100_000 && in.read() >= 0) {
        count++;
      }
    } catch (IOException e) {
      // cut
    }
    return count;
  }

  @Test
  void refusesWhereTheServerRefuses() throws Exception {
    open(LineQuality.PERFECT, CutSchedule.never());
    server.close();
    try (Socket client = connect()) {
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }
}
