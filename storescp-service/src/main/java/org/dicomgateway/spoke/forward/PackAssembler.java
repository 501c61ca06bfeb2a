package org.dicomgateway.spoke.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.PackLayout;
import org.dicomgateway.pack.PackMetadata;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.Spool;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays out a pack's bytes from the spool. Thread-safe. */
final class PackAssembler {
  /**
   * A pack laid out.
   *
   * @param digest tells whether it is the same layout as before
   * @param instances ids of the instances in it
   * @param asReceived ids of those among them that nothing was made of
   */
  record Assembled(
      PackLayout layout, String digest, Set<String> instances, Set<String> asReceived) {}

  private static final Logger log = LoggerFactory.getLogger(PackAssembler.class);

  /** Bytes of metadata, after which a pack takes no further instance. */
  private static final int MOST_METADATA = 4 << 20;

  private final Spool spool;
  private final String site;
  private final Preparation preparation;
  private final Function<List<String>, Map<String, AttributeChanges>> changes;

  /**
   * @param changes what has to be changed in instances, of those that are not to go as they are
   */
  PackAssembler(
      Spool spool,
      String site,
      Preparation preparation,
      Function<List<String>, Map<String, AttributeChanges>> changes) {
    this.spool = spool;
    this.site = site;
    this.preparation = preparation;
    this.changes = changes;
  }

  /**
   * Reads the instances and lays out the pack of those that can be read and have room.
   *
   * @param unreadable told the id of an instance whose file cannot be read, and why
   * @param unprepared told the id of one that has to be changed, and whose changed file is lost
   * @return empty if there is none
   */
  Optional<Assembled> assemble(
      Pack pack, BiConsumer<String, String> unreadable, Consumer<String> unprepared)
      throws InterruptedException {
    Map<String, AttributeChanges> required = changes.apply(pack.instances());
    List<PackLayout.Content> contents = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> asReceived = new HashSet<>();
    long metadata = 0;
    for (String id : pack.instances()) {
      if (metadata > MOST_METADATA) {
        break;
      }
      try {
        Optional<PackLayout.Content> content =
            content(spool.read(id), required.getOrDefault(id, AttributeChanges.NONE));
        if (content.isEmpty()) {
          unprepared.accept(id);
          continue;
        }
        contents.add(content.get());
        ids.add(id);
        if (content.get().file().equals(spool.file(id))) {
          asReceived.add(id);
        }
        metadata += content.get().metadata().length;
      } catch (ClosedByInterruptException e) {
        throw new InterruptedException("stopped while reading " + id);
      } catch (IOException e) {
        unreadable.accept(id, e.toString());
      }
    }
    if (contents.isEmpty()) {
      return Optional.empty();
    }
    PackLayout layout = PackLayout.of(pack.id(), site, pack.study(), pack.created(), contents);
    return Optional.of(new Assembled(layout, digest(layout, contents), ids, asReceived));
  }

  /**
   * One at a time, for a data set may take a good part of the memory.
   *
   * @return empty if it has to be changed and is not
   */
  private synchronized Optional<PackLayout.Content> content(
      SpooledInstance instance, AttributeChanges required) throws IOException {
    Optional<PreparedFile> prepared =
        preparation
            .prepared(instance.id())
            .filter(file -> file.content().changes().equals(required));
    if (prepared.isPresent()) {
      try {
        return Optional.of(content(instance, prepared.get()));
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (IOException e) {
        log.warn("{} is not sent: {}", prepared.get().file(), e.toString());
        preparation.discard(instance.id());
      }
    }
    return required.isEmpty() ? Optional.of(asReceived(instance)) : Optional.empty();
  }

  private static PackLayout.Content content(SpooledInstance instance, PreparedFile prepared)
      throws IOException {
    Part10 file = Part10.read(prepared.file(), ReadOptions.WHOLE);
    PreparedFile.Content content = prepared.content();
    String syntax = file.transferSyntax().uid();
    PackedInstance packed =
        packed(
            instance,
            syntax,
            content.length(),
            content.sha256(),
            content
                .original()
                .map(PackedInstance.Encoding::of)
                .orElseGet(() -> new PackedInstance.Encoding(syntax, content.sha256())),
            Optional.of(prepared.at()),
            FrameTable.of(file, BulkDataSource.of(prepared.file())));
    byte[] metadata = PackMetadata.of(file.dataSet(), packed.transferSyntaxUid());
    return new PackLayout.Content(packed, prepared.file(), 0, content.crc32(), metadata);
  }

  private PackLayout.Content asReceived(SpooledInstance instance) throws IOException {
    Part10 file = read(instance);
    byte[] metadata = PackMetadata.of(file.dataSet(), instance.transferSyntaxUid());
    BulkDataSource source = BulkDataSource.of(spool.file(instance.id()));
    String syntax = instance.transferSyntaxUid();
    PackedInstance packed =
        packed(
            instance,
            syntax,
            instance.length(),
            instance.sha256(),
            new PackedInstance.Encoding(syntax, instance.sha256()),
            Optional.empty(),
            FrameTable.of(file, source));
    return new PackLayout.Content(packed, spool.file(instance.id()), 0, instance.crc32(), metadata);
  }

  /** Damaged instances are sent as they are, described by what can be read of them. */
  private Part10 read(SpooledInstance instance) throws IOException {
    try (InputStream file = new BufferedInputStream(spool.open(instance), 1 << 16)) {
      Part10.Reading reading = Part10.readLeniently(file, ReadOptions.WHOLE);
      reading
          .damage()
          .ifPresent(
              damage ->
                  log.warn(
                      "instance {} of study {} from {} is damaged and sent as it is: {}",
                      instance.identity().sopInstanceUid(),
                      instance.identity().studyInstanceUid(),
                      instance.sender(),
                      damage.getMessage()));
      return reading.part10();
    }
  }

  private static PackedInstance packed(
      SpooledInstance instance,
      String syntax,
      long length,
      String sha256,
      PackedInstance.Encoding receivedAs,
      Optional<Instant> preparedAt,
      FrameTable frames) {
    InstanceIdentity identity = instance.identity();
    Sender sender = instance.sender();
    return new PackedInstance(
        identity.sopInstanceUid(),
        identity.seriesInstanceUid(),
        identity.sopClassUid(),
        syntax,
        0,
        length,
        sha256,
        receivedAs,
        new PackedInstance.Source(
            sender.callingAet(), sender.calledAet(), instance.receivedAt(), preparedAt),
        frames);
  }

  private static String digest(PackLayout layout, List<PackLayout.Content> contents) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update(layout.manifest().toString().getBytes(UTF_8));
    contents.forEach(content -> digest.update(content.metadata()));
    return HexFormat.of().formatHex(digest.digest());
  }
}
