package org.dicomgateway.spoke.forward;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;

/** Answers everything, and notes by which protocol and over which connections it came. */
final class Http2Server implements AutoCloseable {
  final Set<String> protocols = ConcurrentHashMap.newKeySet();
  final Set<Integer> connections = ConcurrentHashMap.newKeySet();
  private final Tomcat tomcat = new Tomcat();
  private final String scheme;

  /**
   * @param certificate {@code hub.pem} and {@code hub.key}; empty: without TLS
   */
  Http2Server(Path folder, Optional<Path> certificate) throws LifecycleException {
    scheme = certificate.isPresent() ? "https" : "http";
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    Connector connector = tomcat.getConnector();
    Http2Protocol http2 = new Http2Protocol();
    http2.setInitialWindowSize(1 << 20);
    http2.setOverheadDataThreshold(0);
    connector.addUpgradeProtocol(http2);
    certificate.ifPresent(pem -> secure(connector, pem));
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "all", new Noting());
    context.addServletMappingDecoded("/*", "all");
    tomcat.start();
  }

  private static void secure(Connector connector, Path pem) {
    connector.setSecure(true);
    connector.setScheme("https");
    connector.setProperty("SSLEnabled", "true");
    SSLHostConfig host = new SSLHostConfig();
    SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, Type.UNDEFINED);
    certificate.setCertificateFile(pem.toString());
    certificate.setCertificateKeyFile(pem.resolveSibling("hub.key").toString());
    host.addCertificate(certificate);
    connector.addSslHostConfig(host);
  }

  private final class Noting extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      // The first request over plain HTTP is the one that asks for HTTP/2.
      protocols.add(request.getProtocol());
      connections.add(request.getRemotePort());
      request.getInputStream().readAllBytes();
      response.getWriter().write("here");
    }
  }

  URI address() {
    return URI.create(scheme + "://localhost:" + tomcat.getConnector().getLocalPort());
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
