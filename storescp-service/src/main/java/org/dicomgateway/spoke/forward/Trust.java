package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose signature on the hub's certificate counts. */
final class Trust {
  private Trust() {}

  /**
   * Trusts the Java runtime's authorities, and some more.
   *
   * @param more PEM file of one certificate or several
   * @throws IOException if it cannot be read, or has none
   */
  static SSLContext of(Path more) throws IOException {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (TrustManager manager : managers(null)) {
        if (manager instanceof X509TrustManager authorities) {
          for (X509Certificate authority : authorities.getAcceptedIssuers()) {
            add(trusted, authority);
          }
        }
      }
      try (InputStream pem = Files.newInputStream(more)) {
        for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
          add(trusted, one);
        }
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(trusted), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificates in %s: %s".formatted(more, e.getMessage()), e);
    }
  }

  private static void add(KeyStore store, Certificate one) throws GeneralSecurityException {
    store.setCertificateEntry(Integer.toString(store.size()), one);
  }

  private static TrustManager[] managers(KeyStore trusted) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }
}
