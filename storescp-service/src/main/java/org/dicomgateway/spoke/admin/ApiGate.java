package org.dicomgateway.spoke.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Says of every answer that a spoke gives it, and lets no other site's page change anything: a
 * browser on the spoke's own PC reaches loopback, and tells in {@code Origin} whose page asks.
 */
final class ApiGate implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    response.setHeader("Gateway-Service", "spoke");
    String origin = request.getHeader("Origin");
    boolean changes = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    if (changes && origin != null && !isOwn(origin, request.getHeader("Host"))) {
      throw new ForeignPageException(origin);
    }
    return true;
  }

  private static boolean isOwn(String origin, String host) {
    try {
      return host != null && host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
