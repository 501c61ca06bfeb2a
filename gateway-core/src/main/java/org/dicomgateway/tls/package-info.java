/**
 * TLS as a client speaks it: whom it trusts, who it says it is, and what went wrong in words that
 * help. Protocols and cipher suites are those of the BCP 195 profiles (PS3.15 §B.9 to §B.13), for
 * DICOM associations and for HTTP alike.
 *
 * <p>Begin with {@link org.dicomgateway.tls.TlsSettings}. Next: {@code dimse.association} and the
 * spoke's {@code send}, which connect by what it makes.
 */
package org.dicomgateway.tls;
