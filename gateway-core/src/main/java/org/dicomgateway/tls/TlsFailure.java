package org.dicomgateway.tls;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Why a connection could not be secured, in words for whoever set it up.
 *
 * @param reason what was wrong
 * @param remedy what to do about it
 */
public record TlsFailure(String reason, String remedy) {
  /** What the JDK says, or passes on of the peer's alert (RFC 8446 §6), and what it means. */
  private record Row(Pattern said, String reason, String remedy) {
    Row(String said, String reason, String remedy) {
      this(Pattern.compile(said), reason, remedy);
    }
  }

  private static final String NEEDS_OURS =
      "Name our certificate and its key, and have the peer trust who signed it.";

  private static final List<Row> TABLE =
      List.of(
          new Row(
              "(?i)no subject alternative|no name matching",
              "the peer's certificate is for another name than the one called",
              "Call the peer by the name in its certificate, or let the name go unchecked."),
          new Row(
              "(?i)validity check failed|NotAfter|NotBefore|certificate_expired",
              "a certificate has expired, or is not valid yet",
              "Renew it, or set the clock right."),
          new Row(
              "(?i)unable to find valid certification path|PKIX path|trustAnchors",
              "nobody we trust has signed the peer's certificate",
              "Name the PEM file of its authority, or of the certificate itself."),
          new Row(
              "(?i)certificate_required|bad_certificate|unknown_ca|certificate_unknown"
                  + "|unsupported_certificate|access_denied",
              "the peer does not accept our certificate, or that we show none",
              NEEDS_OURS),
          new Row(
              "(?i)protocol_version|handshake_failure|insufficient_security|no appropriate protocol",
              "we and the peer have no protocol and cipher suite in common",
              "Let the peer speak TLS 1.2 or 1.3 with the cipher suites of BCP 195; if it wants a"
                  + " certificate of ours, name one."),
          new Row(
              "(?i)unsupported or unrecognized SSL message|plaintext connection",
              "the peer does not speak TLS on this port",
              "Call its TLS port, often 2762, or do without TLS."),
          new Row(
              "(?i)terminated the handshake|EOF|reset",
              "the peer ended the connection while it was being secured",
              "Does it speak TLS on this port, and does it want a certificate of ours? Its log"
                  + " tells."));

  /** Why something failed; empty if TLS was not the reason. */
  public static Optional<TlsFailure> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return Optional.of(of(failure, cause));
      }
    }
    return Optional.empty();
  }

  /** The causes behind say it best, so all are asked for each row. */
  private static TlsFailure of(Throwable failure, Throwable first) {
    for (Row row : TABLE) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause.getMessage() != null && row.said().matcher(cause.getMessage()).find()) {
          return new TlsFailure(row.reason(), row.remedy());
        }
      }
    }
    return new TlsFailure(
        "the connection cannot be secured: " + first.getMessage(), "Look into the peer's log.");
  }
}
