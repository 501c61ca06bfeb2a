package org.dicomgateway.hub.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * What is for IT staff alone: {@code /api} and the metrics. Sites show their tokens at {@code
 * /transfers}; whether the hub is well ({@code /actuator/health}) anybody may know.
 */
final class Guarded {
  private static final Pattern GUARDED = Pattern.compile("/(api|actuator)(/.*)?");
  private static final Pattern OPEN = Pattern.compile("/actuator/health(/.*)?");

  private Guarded() {}

  /** As the server has made the path out, with no other way of writing it left. */
  static boolean isAskedBy(HttpServletRequest request) {
    String path = request.getServletPath();
    return GUARDED.matcher(path).matches() && !OPEN.matcher(path).matches();
  }
}
