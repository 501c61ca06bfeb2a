package org.dicomgateway.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Asks who signed a certificate and not whom it names: only the connection knows who was called.
 */
final class AnyNameTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager authorities;

  AnyNameTrust(X509ExtendedTrustManager authorities) {
    this.authorities = authorities;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket connection)
      throws CertificateException {
    authorities.checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine connection)
      throws CertificateException {
    authorities.checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    authorities.checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket connection)
      throws CertificateException {
    authorities.checkClientTrusted(chain, authType, connection);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine connection)
      throws CertificateException {
    authorities.checkClientTrusted(chain, authType, connection);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    authorities.checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.getAcceptedIssuers();
  }
}
