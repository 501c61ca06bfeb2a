package org.dicomgateway.spoke.admin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dicomgateway.spoke.security.Login;
import org.dicomgateway.token.AdminToken;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;

/**
 * Lets nobody in who does not have the token, where one is asked for: programs show it in {@code
 * Authorization: Bearer}, browsers a cookie that the login gave them, which is good for the page
 * alone. Open to all is whether the spoke is well ({@code /actuator/health}).
 */
@Order(2)
public final class TokenGate implements Filter {
  static final String COOKIE = "gateway-login";

  private static final Pattern OPEN = Pattern.compile("/login|/app/[a-z.]+|/actuator/health");
  private static final Pattern FOR_PROGRAMS = Pattern.compile("/api(/.*)?|/actuator/.*");

  private final Optional<AdminToken> token;

  /**
   * @param token empty: everybody may come
   */
  public TokenGate(Optional<AdminToken> token) {
    this.token = token;
  }

  /** The token that is asked for, if any is. */
  Optional<AdminToken> token() {
    return token;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    // As it was sent: what is written in another way than ours is not open.
    String path = asked.getRequestURI();
    if (token.isEmpty() || OPEN.matcher(path).matches() || isLetIn(asked, token.get())) {
      chain.doFilter(request, response);
    } else if (path.equals("/")) {
      ((HttpServletResponse) response).sendRedirect("/login");
    } else {
      refuse(asked, (HttpServletResponse) response);
    }
  }

  private static boolean isLetIn(HttpServletRequest request, AdminToken token) throws IOException {
    String shown = request.getHeader("Authorization");
    if (shown != null && shown.startsWith("Bearer ")) {
      return token.is(shown.substring("Bearer ".length()).strip());
    }
    return !FOR_PROGRAMS.matcher(request.getRequestURI()).matches() && isLoggedIn(request, token);
  }

  private static boolean isLoggedIn(HttpServletRequest request, AdminToken token)
      throws IOException {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE) && Login.holds(token, cookie.getValue(), Instant.now())) {
        return true;
      }
    }
    return false;
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String what =
        request.getHeader("Authorization") == null
            ? "this spoke asks for its admin token"
            : "this is not the admin token of this spoke";
    response.setHeader("WWW-Authenticate", "Bearer realm=\"spoke\"");
    Refusal.write(
        response,
        HttpStatus.UNAUTHORIZED,
        what
            + ": 'gateway spoke token --data DIR' prints it on the spoke's PC. Give it with"
            + " --token, --token-file or GATEWAY_ADMIN_TOKEN, in HTTP as 'Authorization: Bearer"
            + " TOKEN'");
  }
}
