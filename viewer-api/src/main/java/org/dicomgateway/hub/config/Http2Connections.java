package org.dicomgateway.hub.config;

import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * HTTP/2 for spokes that are far away and send much: what Tomcat presets is made for browsers that
 * fetch.
 */
final class Http2Connections
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  /**
   * Bytes on their way to the hub, of a connection and of each upload on it. A line of 80 Mbit/s
   * and 200 ms holds 2 MB; Tomcat sets twice as much memory aside for every upload.
   */
  private static final int WINDOW = 2 << 20;

  /** Requests of one spoke at once: its uploads, and its questions for receipts, which wait. */
  private static final int STREAMS = 100;

  /** A line that stalls longer is given up, see application.properties. */
  private static final long STALL_MILLIS = 60_000;

  /** Spokes ask every 15 seconds whether the line stands; one that does not is gone. */
  private static final long IDLE_MILLIS = 90_000;

  /**
   * What the end of an answer that its reader leaves, as one who scrolls does, counts as an attack:
   * twice it is no more than asking takes away again (20). With Tomcat's 50 a few such end the
   * connection, and all other answers on it.
   */
  private static final int LEFT_ANSWER = 10;

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addConnectorCustomizers(
        connector -> {
          for (UpgradeProtocol protocol : connector.findUpgradeProtocols()) {
            if (protocol instanceof Http2Protocol http2) {
              customize(http2);
            }
          }
        });
  }

  private static void customize(Http2Protocol http2) {
    http2.setInitialWindowSize(WINDOW);
    http2.setMaxConcurrentStreams(STREAMS);
    http2.setMaxConcurrentStreamExecution(STREAMS);
    http2.setReadTimeout(STALL_MILLIS);
    http2.setWriteTimeout(STALL_MILLIS);
    http2.setStreamReadTimeout(STALL_MILLIS);
    http2.setStreamWriteTimeout(STALL_MILLIS);
    http2.setKeepAliveTimeout(IDLE_MILLIS);
    http2.setOverheadResetFactor(LEFT_ANSWER);
    // A spoke held to a few kbit/s sends small frames, and that is no attack.
    http2.setOverheadDataThreshold(0);
  }
}
