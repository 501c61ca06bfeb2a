package org.dicomgateway.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dicomgateway.hub.config.DataFolder;
import org.dicomgateway.hub.security.Sites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub site add}: makes a site's token. A hub that runs knows it at once. */
@Command(
    name = "add",
    description = "Lets a site send. Prints its token, alone on the last line, this once.",
    mixinStandardHelpOptions = true)
final class SiteAddCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "small letters, digits and hyphens; also the folder its packs lie in")
  private String name;

  @Option(names = "--data", paramLabel = "DIR", required = true, description = "the hub's folder")
  private Path data;

  @Option(names = "--replace", description = "make a new token for a site that exists")
  private boolean replace;

  @Override
  public Integer call() throws IOException {
    Sites sites = new Sites(DataFolder.sites(data));
    String token = replace ? sites.replaceToken(name) : sites.add(name);
    spec.commandLine().getErr().println("token of site " + name + ", shown this once:");
    spec.commandLine().getOut().println(token);
    return 0;
  }
}
