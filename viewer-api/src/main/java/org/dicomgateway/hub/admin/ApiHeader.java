package org.dicomgateway.hub.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every answer of {@code /api} says that a hub gives it, so that a wrong port is told apart. */
@Configuration
class ApiHeader implements WebMvcConfigurer {
  static final String NAME = "Gateway-Service";
  static final String HUB = "hub";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(
            new HandlerInterceptor() {
              @Override
              public boolean preHandle(
                  HttpServletRequest request, HttpServletResponse response, Object handler) {
                response.setHeader(NAME, HUB);
                return true;
              }
            })
        .addPathPatterns("/api/**");
  }
}
