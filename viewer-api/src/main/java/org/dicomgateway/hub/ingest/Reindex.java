package org.dicomgateway.hub.ingest;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.hub.archive.Archive;
import org.dicomgateway.hub.archive.Archive.StoredPack;
import org.dicomgateway.hub.index.ArchivedPack;
import org.dicomgateway.hub.index.PackIndex;
import org.dicomgateway.hub.index.SqlIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the index anew from the archive alone, with two ranged reads per pack: its end and its
 * metadata. Packs come in the order of their ids, which is the order they were made in; so where
 * instances are in conflict, those that were made first are served afterwards.
 */
public final class Reindex {
  private static final Logger log = LoggerFactory.getLogger(Reindex.class);
  private static final int PROGRESS = 1000;

  /**
   * @param packs that were indexed
   * @param unreadable that were left out, each told in the log
   */
  public record Result(int packs, int unreadable) {}

  private Reindex() {}

  /**
   * @throws IOException if the archive cannot be listed, or the index not be written; it is as it
   *     was before then
   */
  public static Result run(Archive archive, SqlIndex index) throws IOException {
    return index.rebuild(() -> fill(archive, index));
  }

  private static Result fill(Archive archive, PackIndex index) throws IOException {
    int packs = 0;
    int unreadable = 0;
    for (String key : keys(archive)) {
      try {
        StoredPack pack = archive.open(key);
        index.register(
            new ArchivedPack(
                pack.reader().manifest(),
                key,
                pack.length(),
                pack.reader().metadata(),
                ArchivedPack.Stamps.UNKNOWN));
        packs++;
      } catch (IOException e) {
        unreadable++;
        log.error("pack {} is left out of the index: {}", key, e.getMessage());
      }
      if (packs % PROGRESS == 0) {
        log.info("{} packs indexed", packs);
      }
    }
    return new Result(packs, unreadable);
  }

  private static List<String> keys(Archive archive) throws IOException {
    try (Stream<String> keys = archive.keys()) {
      return keys.sorted(Comparator.comparing(key -> key.substring(key.lastIndexOf('/')))).toList();
    }
  }
}
