package org.dicomgateway.hub.admin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dicomgateway.token.AdminToken;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets nobody ask {@code /api} and the metrics who does not show the token in {@code Authorization:
 * Bearer}, where one is asked for. Sites show theirs at {@code /transfers}; whether the hub is well
 * ({@code /actuator/health}) anybody may know.
 */
public final class TokenGate implements Filter {
  private static final Pattern GUARDED = Pattern.compile("/(api|actuator)(/.*)?");
  private static final Pattern OPEN = Pattern.compile("/actuator/health(/.*)?");

  private final Optional<AdminToken> token;

  /**
   * @param token empty: everybody may ask
   */
  public TokenGate(Optional<AdminToken> token) {
    this.token = token;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (token.isEmpty() || !isGuarded(asked) || isShown(asked, token.get())) {
      chain.doFilter(request, response);
    } else {
      refuse(asked, (HttpServletResponse) response);
    }
  }

  /** As the server has made it out, with no other way of writing it left. */
  private static boolean isGuarded(HttpServletRequest request) {
    String path = request.getServletPath();
    return GUARDED.matcher(path).matches() && !OPEN.matcher(path).matches();
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
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNAUTHORIZED,
            what
                + ": 'gateway hub token --data DIR' prints it on the hub's machine. Give it with"
                + " --token, --token-file or GATEWAY_ADMIN_TOKEN, in HTTP as 'Authorization: Bearer"
                + " TOKEN'");
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    response.setHeader("WWW-Authenticate", "Bearer realm=\"hub\"");
    response.setHeader(ApiHeader.NAME, ApiHeader.HUB);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem));
  }
}
