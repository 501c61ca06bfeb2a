package org.dicomgateway.hub.dicomweb;

import org.apache.catalina.connector.Connector;
import org.dicomgateway.hub.reading.InstanceReader;
import org.dicomgateway.storage.ObjectStore;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** What DICOMweb needs of the web server. */
@Configuration(proxyBeanMethods = false)
class DicomwebConfiguration {

  @Bean
  InstanceReader instanceReader(ObjectStore store) {
    return new InstanceReader(store);
  }

  /** Addresses in answers have to be those that the client came by. */
  @Bean
  ForwardedHeaderFilter forwardedHeaderFilter() {
    return new ForwardedHeaderFilter();
  }

  /** Metadata shrink to a sixtieth, so a reader on a thin line sees images at once. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> compression() {
    Compression compression = new Compression();
    compression.setEnabled(true);
    compression.setMinResponseSize(DataSize.ofKilobytes(1));
    compression.setMimeTypes(
        new String[] {
          MediaTypes.DICOM_JSON,
          "application/json",
          "application/problem+json",
          "text/html",
          "text/css",
          "text/javascript",
          "image/svg+xml"
        });
    return factory -> factory.setCompression(compression);
  }

  /** Carets of names, and backslashes between UIDs, come unescaped from many a client. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> tolerantQueries() {
    return factory -> factory.addConnectorCustomizers(DicomwebConfiguration::tolerate);
  }

  private static void tolerate(Connector connector) {
    connector.setProperty("relaxedQueryChars", "^\\|[]{}\"");
  }
}
