package org.dicomgateway.spoke.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.dicomgateway.spoke.security.Login;
import org.dicomgateway.token.AdminToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /login}: shows the status page to browsers that know the token. */
@Controller
public final class LoginController {
  private final TokenGate gate;

  LoginController(TokenGate gate) {
    this.gate = gate;
  }

  @GetMapping("/login")
  String page(
      @RequestParam(required = false) String wrong, Model model, HttpServletResponse response) {
    if (gate.token().isEmpty()) {
      return "redirect:/";
    }
    response.setHeader("Content-Security-Policy", StatusPageController.POLICY);
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("wrong", wrong != null);
    return "login";
  }

  @PostMapping("/login")
  String login(
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    AdminToken ours = gate.token().orElse(null);
    if (ours == null) {
      return "redirect:/";
    }
    if (!ours.is(token.strip())) {
      return "redirect:/login?wrong";
    }
    ResponseCookie cookie =
        ResponseCookie.from(TokenGate.COOKIE, Login.begin(ours, Instant.now()))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/")
            .maxAge(Login.LASTS)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:/";
  }
}
