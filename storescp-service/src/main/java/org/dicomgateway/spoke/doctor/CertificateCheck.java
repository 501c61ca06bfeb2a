package org.dicomgateway.spoke.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.console.Failure;

/**
 * How long certificates of a file are good.
 *
 * @param what they are, for people
 */
public record CertificateCheck(String what, Path file) implements Check {
  private static final long SOON_DAYS = 30;

  @Override
  public List<Finding> findings() {
    try (InputStream pem = Files.newInputStream(file)) {
      List<Finding> findings = new ArrayList<>();
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        findings.add(judged(what, (X509Certificate) one, Instant.now()));
      }
      return findings;
    } catch (IOException e) {
      return List.of(Finding.failed("certificate", Failure.text(e), "put the file there"));
    } catch (CertificateException e) {
      return List.of(
          Finding.failed(
              "certificate", "%s: %s".formatted(file, e.getMessage()), "it has to be PEM"));
    }
  }

  static Finding judged(String what, X509Certificate one, Instant now) {
    Instant end = one.getNotAfter().toInstant();
    long days = Duration.between(now, end).toDays();
    String name = one.getSubjectX500Principal().getName();
    String remedy = "have a new one made, and put it in the old one's place";
    if (now.isAfter(end)) {
      return Finding.failed("certificate", "%s (%s) ended %s".formatted(what, name, end), remedy);
    }
    String found = "%s (%s) is good for %d days, until %s".formatted(what, name, days, end);
    return days < SOON_DAYS
        ? Finding.warning("certificate", found, remedy)
        : Finding.ok("certificate", found);
  }
}
