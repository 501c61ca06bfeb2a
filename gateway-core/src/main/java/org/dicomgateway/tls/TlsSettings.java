package org.dicomgateway.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * How a client secures its connections.
 *
 * @param authorities PEM file of certificates that count as authorities beside those of the Java
 *     runtime, a peer's own among them if it signed it itself
 * @param own who we say we are, for peers that ask; empty: nobody
 * @param peerName whether the peer's certificate has to name the host that was called
 */
public record TlsSettings(
    Optional<Path> authorities, Optional<OwnCertificate> own, PeerName peerName) {

  /** The Java runtime's authorities, no certificate of our own, names checked. */
  public static final TlsSettings DEFAULT =
      new TlsSettings(Optional.empty(), Optional.empty(), PeerName.CHECKED);

  /** Whether a certificate has to name the host that was called. */
  public enum PeerName {
    CHECKED,
    /** For peers whose certificates name nothing, or another: anyone they sign may stand there. */
    NOT_CHECKED
  }

  /**
   * A certificate and its key, both in PEM.
   *
   * @param certificate with those that lead from it to an authority, in this order
   * @param key PKCS #8, not encrypted
   */
  public record OwnCertificate(Path certificate, Path key) {}

  /**
   * Reads the files and makes a context of them.
   *
   * @throws IOException with a message that names the file, if one cannot be read or used
   */
  public SSLContext context() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(), trust(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private KeyManager[] keys() throws IOException, GeneralSecurityException {
    if (own.isEmpty()) {
      return null;
    }
    char[] noPassword = new char[0];
    X509Certificate[] chain =
        Pem.certificates(own.get().certificate()).toArray(X509Certificate[]::new);
    KeyStore store = emptyStore();
    store.setKeyEntry("own", Pem.privateKey(own.get().key()), noPassword, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, noPassword);
    return factory.getKeyManagers();
  }

  private TrustManager[] trust() throws IOException, GeneralSecurityException {
    TrustManager[] managers = managers(authorities.isEmpty() ? null : trusted(authorities.get()));
    if (peerName == PeerName.NOT_CHECKED) {
      for (int i = 0; i < managers.length; i++) {
        if (managers[i] instanceof X509ExtendedTrustManager manager) {
          managers[i] = new AnyNameTrust(manager);
        }
      }
    }
    return managers;
  }

  private static KeyStore trusted(Path more) throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager runtime) {
        for (X509Certificate authority : runtime.getAcceptedIssuers()) {
          add(store, authority);
        }
      }
    }
    for (X509Certificate one : Pem.certificates(more)) {
      add(store, one);
    }
    return store;
  }

  private static void add(KeyStore store, X509Certificate one) throws GeneralSecurityException {
    store.setCertificateEntry(Integer.toString(store.size()), one);
  }

  /**
   * @param trusted null: the runtime's
   */
  private static TrustManager[] managers(KeyStore trusted) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
