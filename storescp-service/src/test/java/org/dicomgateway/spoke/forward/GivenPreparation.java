package org.dicomgateway.spoke.forward;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.dicomgateway.testdata.TranscodedFile;

/** Has what a test gives it. */
class GivenPreparation implements Preparation {
  private final Map<String, PreparedFile> files = new ConcurrentHashMap<>();
  private HeldQueue queue;

  void add(SpooledInstance instance, TranscodedFile file) {
    files.put(
        instance.id(),
        new PreparedFile(
            file.path(),
            PreparedFile.Content.of(file.transcoded(), AttributeChanges.NONE),
            Instant.EPOCH));
  }

  void add(SpooledInstance instance, Path file, PreparedFile.Content content) {
    files.put(instance.id(), new PreparedFile(file, content, Instant.EPOCH));
  }

  @Override
  public void start(HeldQueue queue) {
    this.queue = queue;
  }

  /** What a test is to prepare. */
  HeldQueue queue() {
    return queue;
  }

  @Override
  public boolean wants(SpooledInstance instance) {
    return files.containsKey(instance.id());
  }

  @Override
  public void queued() {}

  @Override
  public Optional<PreparedFile> prepared(String id) {
    return Optional.ofNullable(files.get(id));
  }

  @Override
  public boolean discard(Collection<String> ids) {
    return files.keySet().removeAll(ids);
  }
}
