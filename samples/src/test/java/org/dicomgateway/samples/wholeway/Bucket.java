package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.storage.S3Location;
import org.dicomgateway.testdata.S3Server;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A bucket on an S3 server of this process, whose objects can be looked at as files. */
final class Bucket implements BeforeAllCallback, AfterAllCallback {
  private static final String NAME = "packs";

  private Path folder;
  private S3Server server;
  private S3Location location;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    folder = Files.createTempDirectory("s3");
    server = new S3Server(folder);
    location = server.bucket(NAME);
  }

  /** What the hub must be told to keep its packs here. */
  List<String> hubOptions() {
    String authority = location.endpoint().substring("http://".length());
    String url = "s3://%s:%s@%s/%s?region=us-east-1&tls=false";
    S3Location.Keys keys = S3Server.KEYS;
    return List.of("--object-store", url.formatted(keys.access(), keys.secret(), authority, NAME));
  }

  List<Path> packs() throws IOException {
    try (Stream<Path> tree = Files.walk(folder.resolve(NAME))) {
      return tree.filter(file -> file.toString().endsWith(".zip")).toList();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    server.close();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
