package org.dicomgateway.spoke.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** How long the hub's certificate is good; whether it is trusted, whoever sends finds out. */
public record HubCertificateCheck(URI hub) implements Check {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int HTTPS = 443;

  @Override
  public List<Finding> findings() {
    try (SSLSocket socket = (SSLSocket) looking().getSocketFactory().createSocket()) {
      int port = hub.getPort() < 0 ? HTTPS : hub.getPort();
      socket.connect(new InetSocketAddress(hub.getHost(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.startHandshake();
      X509Certificate first = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return List.of(CertificateCheck.judged("the hub's", first, Instant.now()));
    } catch (IOException e) {
      return List.of(
          Finding.warning(
              "certificate",
              "the hub's cannot be looked at: " + e.getMessage(),
              "see to the line first"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing is sent over it, so that an expired one can be looked at, too. */
  private static SSLContext looking() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Looking()}, null);
    return context;
  }

  private static final class Looking implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      // Its date is what is looked at.
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
