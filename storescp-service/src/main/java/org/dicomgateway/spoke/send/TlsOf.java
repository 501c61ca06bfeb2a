package org.dicomgateway.spoke.send;

import org.dicomgateway.spoke.destination.Tls;
import org.dicomgateway.tls.TlsSettings;
import org.dicomgateway.tls.TlsSettings.OwnCertificate;
import org.dicomgateway.tls.TlsSettings.PeerName;

/** Makes settings of a destination those of a connection. */
final class TlsOf {
  private TlsOf() {}

  static TlsSettings settings(Tls tls) {
    return new TlsSettings(
        tls.authorities(),
        tls.identity().map(own -> new OwnCertificate(own.certificate(), own.key())),
        tls.hostNames() == Tls.HostNames.CHECKED ? PeerName.CHECKED : PeerName.NOT_CHECKED);
  }
}
