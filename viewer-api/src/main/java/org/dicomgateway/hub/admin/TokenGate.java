package org.dicomgateway.hub.admin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dicomgateway.token.AdminToken;
import org.springframework.http.HttpStatus;

/**
 * Lets nobody ask {@code /api} and the metrics who does not show the token in {@code Authorization:
 * Bearer}.
 */
public final class TokenGate implements Filter {
  private final AdminToken token;

  public TokenGate(AdminToken token) {
    this.token = token;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (!Guarded.isAskedBy(asked) || isShown(asked, token)) {
      chain.doFilter(request, response);
    } else {
      refuse(asked, (HttpServletResponse) response);
    }
  }

  private static boolean isShown(HttpServletRequest request, AdminToken token) throws IOException {
    String shown = request.getHeader("Authorization");
    return shown != null
        && shown.startsWith("Bearer ")
        && token.is(shown.substring("Bearer ".length()).strip());
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String what =
        request.getHeader("Authorization") == null
            ? "this hub asks for its admin token"
            : "this is not the admin token of this hub";
    response.setHeader("WWW-Authenticate", "Bearer realm=\"hub\"");
    Refusal.write(
        response,
        HttpStatus.UNAUTHORIZED,
        what
            + ": 'gateway hub token --data DIR' prints it on the hub's machine. Give it with"
            + " --token, --token-file or GATEWAY_ADMIN_TOKEN, in HTTP as 'Authorization: Bearer"
            + " TOKEN'");
  }
}
