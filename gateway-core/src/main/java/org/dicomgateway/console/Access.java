package org.dicomgateway.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a service is asked that does not trust everybody.
 *
 * @param token it asks for
 * @param authorities PEM file of the certificates to trust for https instead of those that the Java
 *     runtime knows
 * @param patience how long an answer may take
 */
public record Access(Optional<String> token, Optional<Path> authorities, Duration patience) {
  /** Longer than a service takes that asks another one. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** As on the service's own machine. */
  public static final Access OPEN = new Access(Optional.empty(), Optional.empty(), PATIENCE);

  /**
   * As options say, null where one is not given.
   *
   * @param tokenFile holds the token if it is not given itself
   * @param seconds how long an answer may take, at least one
   * @throws IOException if that file cannot be read
   */
  public static Access of(String token, Path tokenFile, Path authorities, int seconds)
      throws IOException {
    boolean inFile = token == null && tokenFile != null;
    return new Access(
        Optional.ofNullable(inFile ? Files.readString(tokenFile).strip() : token),
        Optional.ofNullable(authorities),
        Duration.ofSeconds(Math.max(1, seconds)));
  }

  /** What connections are made with; empty: as the Java runtime makes them. */
  Optional<SSLContext> tls(URI address) throws IOException {
    return authorities.isPresent() && address.getScheme().equals("https")
        ? Optional.of(trusting(authorities.get()))
        : plain(address);
  }

  /** Likewise, whatever the authorities are. */
  Optional<SSLContext> plain(URI address) {
    return address.getScheme().equals("http") ? Optional.of(unused()) : Optional.empty();
  }

  /** To read the Java runtime's authorities takes longer than all else a command does. */
  private static SSLContext unused() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext trusting(Path authorities) throws IOException {
    try (InputStream pem = Files.newInputStream(authorities)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("" + trusted.size(), one);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificates in %s: %s".formatted(authorities, e.getMessage()), e);
    }
  }

  @Override
  public String toString() {
    return "Access[authorities=" + authorities + "]";
  }
}
