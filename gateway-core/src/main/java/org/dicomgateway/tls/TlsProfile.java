package org.dicomgateway.tls;

import javax.net.ssl.SSLParameters;

/** What may be agreed on (BCP 195: RFC 9325 §3.1 and §4.2, which PS3.15 §B.12 names). */
public final class TlsProfile {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private static final String[] CIPHER_SUITES = {
    "TLS_AES_128_GCM_SHA256",
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
  };

  private TlsProfile() {}

  /** Parameters of a client that wants the peer's certificate to name it. */
  public static SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters(CIPHER_SUITES, PROTOCOLS);
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return parameters;
  }
}
