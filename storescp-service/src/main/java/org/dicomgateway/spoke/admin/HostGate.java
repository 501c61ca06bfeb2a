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
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;

/**
 * Answers on loopback to names of this machine only. Whoever makes a name of his own lead to
 * loopback (DNS rebinding) has a browser on the spoke's PC take this spoke for his own site, whose
 * pages may read it and change it; what gives him away is that name, in {@code Host}. Where others
 * than loopback are listened to, any name may be the spoke's, unless names are given.
 */
@Order(1)
public final class HostGate implements Filter {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> names;
  private final boolean isOpen;

  /**
   * For an address that is listened on.
   *
   * @param names by which the spoke is asked besides, without a port
   */
  public HostGate(InetAddress address, Set<String> names) {
    this.names = new HashSet<>(LOOPBACK);
    names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    String own = address.getHostAddress();
    this.names.add(own.contains(":") ? "[" + own + "]" : own);
    this.isOpen = names.isEmpty() && !address.isLoopbackAddress();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String host = ((HttpServletRequest) request).getHeader("Host");
    if (isOpen || isOurs(host)) {
      chain.doFilter(request, response);
    } else {
      refuse((HttpServletResponse) response, host);
    }
  }

  private boolean isOurs(String host) {
    return host != null && names.contains(host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT));
  }

  private static void refuse(HttpServletResponse response, String host) throws IOException {
    Refusal.write(
        response,
        HttpStatus.MISDIRECTED_REQUEST,
        "this spoke is not asked by the name '%s': --admin-names has to give it".formatted(host));
  }
}
