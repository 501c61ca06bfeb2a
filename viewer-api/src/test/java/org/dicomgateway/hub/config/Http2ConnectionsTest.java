package org.dicomgateway.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.dicomgateway.hub.testsite.Http2Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.WebServer;

/** Large answers of the hub's web server: none may stand still, see docs/decisions/0014. */
@Timeout(120)
class Http2ConnectionsTest {
  /** Of a stream's data Tomcat asks the connection to carry so much at once. */
  private static final int RESERVATION = 8192;

  private WebServer server;

  @BeforeEach
  void start() {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    Http2 http2 = new Http2();
    http2.setEnabled(true);
    factory.setHttp2(http2);
    new Http2Connections().customize(factory);
    server =
        factory.getWebServer(context -> context.addServlet("zeros", new Zeros()).addMapping("/*"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
    server.destroy();
  }

  /** Answers with as many zeros as the path says. */
  private static final class Zeros extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      int length = Integer.parseInt(request.getPathInfo().substring(1));
      response.setContentLength(length);
      response.getOutputStream().write(new byte[length]);
    }
  }

  @Test
  void givesALargeAnswerToTheRequestThatAsksForHttp2() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/1000000"))
              .timeout(Duration.ofSeconds(20))
              .build();

      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());

      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(response.body()).hasSize(1_000_000);
    }
  }

  @Test
  void carriesAllThatAClientAllowsInSmallSteps() throws Exception {
    try (Http2Peer peer = new Http2Peer(server.getPort())) {
      peer.get("/100000");
      peer.receive(Http2Peer.FIRST_WINDOW);

      // Steps that cover a part of a reservation, and others that cover more than is left of one.
      int step = RESERVATION / 4 - 100;
      for (int sent = Http2Peer.FIRST_WINDOW; sent + step < 100_000; sent += step) {
        peer.openWindow(step);
        peer.receive(step);
      }
    }
  }

  @Test
  void carriesForOthersWhatACancelledAnswerWaitedFor() throws Exception {
    try (Http2Peer peer = new Http2Peer(server.getPort())) {
      peer.get("/7000");
      int cancelled = peer.get("/100000");
      peer.receive(Http2Peer.FIRST_WINDOW);

      peer.cancel(cancelled);
      peer.openWindow(Http2Peer.FIRST_WINDOW);
      peer.get("/" + Http2Peer.FIRST_WINDOW);

      peer.receive(Http2Peer.FIRST_WINDOW);
    }
  }

  @Test
  void goesOnWithAnAnswerWhileItsReaderLeavesMany() throws Exception {
    try (Http2Peer peer = new Http2Peer(server.getPort())) {
      peer.get("/" + (Http2Peer.FIRST_WINDOW + 1000));
      peer.receive(Http2Peer.FIRST_WINDOW);
      for (int left = 0; left < 50; left++) {
        peer.cancel(peer.get("/100000"));
      }

      peer.openWindow(1000);
      peer.receive(1000);
    }
  }
}
