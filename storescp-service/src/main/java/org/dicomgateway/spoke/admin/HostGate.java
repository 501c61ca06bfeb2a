package org.dicomgateway.spoke.admin;

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
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;

/**
 * Answers on loopback to names of this machine only, so that nobody's page comes in by a name that
 * he made lead there ({@link OwnNames}). Where others than loopback are listened to, any name may
 * be the spoke's, unless names are given.
 */
@Order(1)
public final class HostGate implements Filter {
  private final OwnNames names;
  private final boolean isOpen;

  /**
   * For an address that is listened on.
   *
   * @param names by which the spoke is asked besides, without a port
   */
  public HostGate(InetAddress address, Set<String> names) {
    this.names = new OwnNames(address, names);
    this.isOpen = names.isEmpty() && !address.isLoopbackAddress();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String host = ((HttpServletRequest) request).getHeader("Host");
    if (isOpen || names.contain(host)) {
      chain.doFilter(request, response);
    } else {
      refuse((HttpServletResponse) response, host);
    }
  }

  private static void refuse(HttpServletResponse response, String host) throws IOException {
    Refusal.write(
        response,
        HttpStatus.MISDIRECTED_REQUEST,
        "this spoke is not asked by the name '%s': --admin-names has to give it".formatted(host));
  }
}
