package org.dicomgateway.hub.admin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.dicomgateway.token.OwnNames;
import org.springframework.http.HttpStatus;

/**
 * Where no token is asked for, lets nobody ask {@code /api} and the metrics by a name that is not
 * this machine's: a page of somebody else's may ask by his ({@link OwnNames}), but has no token. A
 * proxy passes readers and sites on by the name it was asked by; all else answers to any.
 */
public final class HostGate implements Filter {
  private final OwnNames names;

  /**
   * @param address on loopback, that is listened on
   */
  public HostGate(InetAddress address) {
    this.names = new OwnNames(address, Set.of());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    String host = host(asked);
    if (!Guarded.isAskedBy(asked) || names.contain(host)) {
      chain.doFilter(request, response);
    } else {
      refuse((HttpServletResponse) response, host);
    }
  }

  /**
   * HTTP/2 names it in {@code :authority} (RFC 9113 §8.3.1), which the server makes no header of.
   */
  private static String host(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? request.getServerName() : host;
  }

  private static void refuse(HttpServletResponse response, String host) throws IOException {
    Refusal.write(
        response,
        HttpStatus.MISDIRECTED_REQUEST,
        ("this hub is asked for this by names of its own machine only, and '%s' is none: start"
                + " it with --admin-token-file, and whoever shows the token may ask by any")
            .formatted(host));
  }
}
