package org.dicomgateway.hub.testhub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.dicomgateway.hub.index.Database;
import org.dicomgateway.hub.index.SqlIndex;
import org.dicomgateway.hub.index.SqlStudyList;
import org.dicomgateway.storage.MemoryStore;
import org.dicomgateway.storage.ObjectStore;
import org.dicomgateway.testdata.TranscodedFile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The reading half of a hub on a free port, with an index of its own and objects in memory. */
public final class TestHub implements AutoCloseable {

  /** The stations under test and what they stand on. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan({"org.dicomgateway.hub.dicomweb", "org.dicomgateway.hub.web"})
  static class Stations {
    @Bean
    SqlIndex index(Database database) {
      return new SqlIndex(database);
    }

    @Bean
    SqlStudyList studyList(Database database) {
      return new SqlStudyList(database);
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final CountingStore store = new CountingStore(new MemoryStore());
  private final ConfigurableApplicationContext context;

  private TestHub() throws IOException {
    folder = Files.createTempDirectory("test-hub");
    Database database = Database.sqlite(folder.resolve("index.db"));
    SpringApplication application = new SpringApplication(Stations.class);
    application.addInitializers(
        spring -> {
          var beans = spring.getBeanFactory();
          beans.registerSingleton("database", database);
          beans.registerSingleton("store", store);
        });
    context =
        application.run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.main.banner-mode=off",
            "--management.server.port=-1");
  }

  public static TestHub start() {
    try {
      return new TestHub();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the hub hold files, as if they had come from a site. */
  public TestHub add(String site, List<Path> files) throws IOException {
    PackedFiles.add(site, files, store, context.getBean(SqlIndex.class), folder);
    return this;
  }

  /** Makes the hub hold a file that was transcoded on its way. */
  public TestHub add(String site, TranscodedFile file) throws IOException {
    PackedFiles.add(site, file, store, context.getBean(SqlIndex.class), folder);
    return this;
  }

  /** Makes the hub hold a file as the one instance of a series, whatever identity it has. */
  public void addAs(String study, String series, Path file) throws IOException {
    PackedFiles.addAs(study, series, file, store, context.getBean(SqlIndex.class), folder);
  }

  public SqlIndex index() {
    return context.getBean(SqlIndex.class);
  }

  /** What was read of the store since the last call. */
  public List<CountingStore.Read> takeReads() {
    return store.takeReads();
  }

  public ObjectStore store() {
    return store;
  }

  /** {@code http://127.0.0.1:12345}. */
  public String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /**
   * Asks for a resource.
   *
   * @param headers names and values in turn
   */
  public HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    client.close();
    context.close();
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
