package org.dicomgateway.spoke.admin;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The page's language: chosen by {@code ?lang=}, remembered, else the browser's; and the gate. */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration implements WebMvcConfigurer {
  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final Locale ENGLISH = Locale.ENGLISH;

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("gateway-language");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(request -> languageOf(request.getHeader("Accept-Language")));
    return resolver;
  }

  /** The first of our languages in the order the browser wants them; else English. */
  static Locale languageOf(String acceptLanguage) {
    try {
      List<Locale.LanguageRange> wanted =
          Locale.LanguageRange.parse(acceptLanguage == null ? "en" : acceptLanguage);
      Locale found = Locale.lookup(wanted, List.of(VIETNAMESE, ENGLISH));
      return found == null ? ENGLISH : found;
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new ApiGate()).addPathPatterns("/**");
    LocaleChangeInterceptor language = new LocaleChangeInterceptor();
    language.setIgnoreInvalidLocale(true);
    language.setParamName("lang");
    registry.addInterceptor(language).addPathPatterns("/", "/login");
  }
}
