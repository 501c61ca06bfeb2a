package org.dicomgateway.hub.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.dicomgateway.hub.archive.Archive;
import org.dicomgateway.hub.config.Storage;
import org.dicomgateway.hub.index.SqlIndex;
import org.dicomgateway.hub.ingest.Reindex;
import org.dicomgateway.settings.SettingSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hub reindex}: throws the index away and builds it from the archive. */
@Command(
    name = "reindex",
    description = "Builds the index anew from the archive; the hub must not run meanwhile.",
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
  private final SettingSources sources;

  @Spec private CommandSpec spec;
  @Mixin private StorageOptions options;

  ReindexCommand(SettingSources sources) {
    this.sources = sources;
  }

  @Override
  public Integer call() throws IOException {
    try (Storage storage = Storage.open(options.settings(sources))) {
      Reindex.Result result =
          Reindex.run(new Archive(storage.objects()), new SqlIndex(storage.database()));
      spec.commandLine()
          .getOut()
          .printf("%d packs indexed, %d unreadable%n", result.packs(), result.unreadable());
      return result.unreadable() == 0 ? 0 : 1;
    }
  }
}
