package org.dicomgateway.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in PEM files (RFC 7468). */
final class Pem {
  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN ((?:\\w+ )?PRIVATE KEY)-----([^-]+)-----END \\1-----", Pattern.DOTALL);

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private Pem() {}

  /** The certificates of a file, one at least, in their order. */
  static List<X509Certificate> certificates(Path file) throws IOException {
    try {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(read(file)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new IOException(file + " has no certificate: it has to be a PEM file");
      }
      return found;
    } catch (CertificateException e) {
      throw new IOException(
          "%s has no certificate that can be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The first key of a file. */
  static PrivateKey privateKey(Path file) throws IOException {
    Matcher key = KEY.matcher(new String(read(file), US_ASCII));
    if (!key.find()) {
      throw new IOException(file + " has no private key: it has to be a PEM file");
    }
    if (!key.group(1).equals("PRIVATE KEY")) {
      throw new IOException(
          "%s has an %s, which is not read; `openssl pkcs8 -topk8 -nocrypt -in %s -out NEW.key` makes one that is"
              .formatted(file, key.group(1), file.getFileName()));
    }
    try {
      return decode(Base64.getMimeDecoder().decode(key.group(2)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(
          "%s has no private key that can be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static PrivateKey decode(byte[] pkcs8) throws GeneralSecurityException {
    GeneralSecurityException last = null;
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw last;
  }

  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (IOException e) {
      throw new IOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
