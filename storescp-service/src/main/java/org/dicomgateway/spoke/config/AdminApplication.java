package org.dicomgateway.spoke.config;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Properties;
import org.dicomgateway.spoke.admin.ApiErrors;
import org.dicomgateway.spoke.admin.DestinationController;
import org.dicomgateway.spoke.admin.DoctorController;
import org.dicomgateway.spoke.admin.InstanceController;
import org.dicomgateway.spoke.admin.LogController;
import org.dicomgateway.spoke.admin.LoginController;
import org.dicomgateway.spoke.admin.ModalityController;
import org.dicomgateway.spoke.admin.OpenApiController;
import org.dicomgateway.spoke.admin.PageConfiguration;
import org.dicomgateway.spoke.admin.RouteController;
import org.dicomgateway.spoke.admin.SendingController;
import org.dicomgateway.spoke.admin.StatusController;
import org.dicomgateway.spoke.admin.StatusPageController;
import org.dicomgateway.spoke.admin.StudyController;
import org.dicomgateway.spoke.admin.TraceController;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Only what the admin API needs, named one by one: all of Spring Boot takes twice as long. */
@SpringBootConfiguration
@Import({
  StatusController.class,
  TraceController.class,
  SendingController.class,
  RouteController.class,
  DestinationController.class,
  StudyController.class,
  InstanceController.class,
  ApiErrors.class,
  StatusPageController.class,
  LoginController.class,
  DoctorController.class,
  LogController.class,
  ModalityController.class,
  OpenApiController.class,
  PageConfiguration.class
})
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  MessageSourceAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  EndpointAutoConfiguration.class,
  JacksonEndpointAutoConfiguration.class,
  WebEndpointAutoConfiguration.class,
  ManagementContextAutoConfiguration.class,
  ServletManagementContextAutoConfiguration.class,
  HealthContributorAutoConfiguration.class,
  HealthContributorRegistryAutoConfiguration.class,
  HealthEndpointAutoConfiguration.class
})
class AdminApplication {
  @Bean
  PrometheusScrapeEndpoint prometheusScrapeEndpoint(PrometheusRegistry registry) {
    return new PrometheusScrapeEndpoint(registry, new Properties());
  }
}
