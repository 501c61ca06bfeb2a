package org.dicomgateway.hub.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.dicomgateway.hub.admin.HubDisk;
import org.dicomgateway.hub.archive.Archive;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.hub.index.SiteActivities;
import org.dicomgateway.hub.index.SqlIndex;
import org.dicomgateway.hub.index.SqlStudyList;
import org.dicomgateway.hub.index.SqlTraces;
import org.dicomgateway.hub.ingest.Admission;
import org.dicomgateway.hub.ingest.Ingest;
import org.dicomgateway.hub.security.Sites;
import org.dicomgateway.storage.ObjectStore;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The hub's stations, in the order a pack passes them. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
  "org.dicomgateway.hub.admin",
  "org.dicomgateway.hub.ingest",
  "org.dicomgateway.hub.dicomweb",
  "org.dicomgateway.hub.reading",
  "org.dicomgateway.hub.web"
})
class HubConfiguration {

  @Bean
  Sites sites(DataFolder folder) {
    return new Sites(folder.sites());
  }

  @Bean
  Archive archive(ObjectStore store) {
    return new Archive(store);
  }

  @Bean
  SqlIndex index(Database database) {
    return new SqlIndex(database);
  }

  @Bean
  SqlStudyList studyList(Database database) {
    return new SqlStudyList(database);
  }

  @Bean
  SqlTraces traces(Database database) {
    return new SqlTraces(database);
  }

  @Bean
  SiteActivities siteActivities(Database database) {
    return new SiteActivities(database);
  }

  @Bean
  HubDisk disk(DataFolder folder) {
    return new HubDisk(folder.uploads());
  }

  @Bean
  Admission admission() {
    return Admission.fitting(Runtime.getRuntime().maxMemory());
  }

  @Bean
  Http2Connections http2Connections() {
    return new Http2Connections();
  }

  @Bean(initMethod = "start")
  Ingest ingest(
      DataFolder folder,
      Archive archive,
      SqlIndex index,
      Admission admission,
      MeterRegistry registry)
      throws IOException {
    Path uploads = folder.uploads();
    return new Ingest(uploads, archive, index, admission, registry);
  }
}
