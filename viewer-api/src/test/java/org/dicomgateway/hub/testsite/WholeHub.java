package org.dicomgateway.hub.testsite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.hub.config.DataFolder;
import org.dicomgateway.hub.config.HubServer;
import org.dicomgateway.hub.config.HubSettings;
import org.dicomgateway.hub.security.Sites;

/** A hub in this JVM, on a free port. */
public final class WholeHub implements AutoCloseable {
  private final Path data;
  private final Optional<Path> tokenFile;
  private HubServer server;

  public WholeHub(Path data) throws IOException {
    this(data, Optional.empty());
  }

  /**
   * A hub that asks for a token.
   *
   * @param tokenFile the token's; empty: it asks for none
   */
  public WholeHub(Path data, Optional<Path> tokenFile) throws IOException {
    this.data = data;
    this.tokenFile = tokenFile;
    start();
  }

  private void start() throws IOException {
    server =
        HubServer.start(
            new HubSettings(
                data,
                0,
                HubSettings.LOOPBACK,
                Optional.empty(),
                tokenFile,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  public void restart() throws IOException {
    server.close();
    start();
  }

  public String url() {
    return server.url();
  }

  /** A client of a site that is made for it. */
  public TusClient site(String name) throws IOException {
    return new TusClient(url(), new Sites(DataFolder.sites(data)).add(name));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
