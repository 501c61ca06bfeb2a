package org.dicomgateway.hub.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The language of the pages: chosen by {@code ?lang=}, remembered, else the browser's. */
@Configuration
class PageConfiguration implements WebMvcConfigurer {
  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final Locale ENGLISH = Locale.ENGLISH;

  /** The cookie is the one that OHIF reads too, so that both speak the same language. */
  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("i18next");
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

  /** The viewer's files at the root, where its bundles look for them. */
  @Bean
  SimpleUrlHandlerMapping viewerFilesMapping(ViewerFiles files) {
    Map<String, ViewerFile> addresses =
        files.all().stream()
            .filter(file -> !file.equals(files.page()))
            .collect(Collectors.toMap(file -> "/" + file.name(), Function.identity()));
    return new SimpleUrlHandlerMapping(addresses, 0);
  }

  @Bean
  ViewerFiles viewerFiles() throws IOException {
    return new ViewerFiles();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor interceptor = new LocaleChangeInterceptor();
    interceptor.setParamName("lang");
    interceptor.setIgnoreInvalidLocale(true);
    registry.addInterceptor(interceptor).addPathPatterns("/");
  }
}
