package org.dicomgateway.spoke.modality;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.versions.UnusableTextException;
import org.dicomgateway.spoke.versions.Version;
import org.dicomgateway.spoke.versions.VersionedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modalities that are known, changed while they send: what is changed holds from the next
 * association, and the next instance, on. Thread-safe.
 */
public final class Modalities implements Callers, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Modalities.class);

  private final VersionedFile history;
  private final HeardLog heard;
  private final UnknownModalities preset;
  private volatile ModalityTable live;
  private int version;

  private Modalities(VersionedFile history, HeardLog heard, UnknownModalities preset) {
    this.history = history;
    this.heard = heard;
    this.preset = preset;
    this.live = new ModalityTable(preset, List.of());
  }

  /**
   * Takes up the newest version that can be used.
   *
   * @param folder of all versions, made if there is none
   * @param heard file of who was heard when
   * @param preset what becomes of unknown ones until somebody says it here
   */
  public static Modalities open(Path folder, Path heard, UnknownModalities preset)
      throws IOException {
    Modalities modalities =
        new Modalities(VersionedFile.open(folder), HeardLog.open(heard), preset);
    modalities.takeUp(folder);
    return modalities;
  }

  private void takeUp(Path folder) throws IOException {
    for (Version written : history.versions()) {
      try {
        live = ModalityFile.parse(history.text(written.number()), preset);
        version = written.number();
        return;
      } catch (UnusableTextException e) {
        log.error(
            "modalities of version {} in {} cannot be used, those before are:\n{}",
            written.number(),
            folder,
            e.getMessage());
      }
    }
  }

  public ModalityTable live() {
    return live;
  }

  /** Everybody who called, known or not, the last one first. */
  public List<Heard> heard() {
    return heard.all();
  }

  /** All versions, the newest first. */
  public synchronized List<Version> versions() throws IOException {
    return history.versions();
  }

  /**
   * Makes one known.
   *
   * @throws IllegalArgumentException if there is one of this name
   */
  public synchronized Version add(Modality modality, String by, String why) throws IOException {
    if (live.named(modality.name()).isPresent()) {
      throw new IllegalArgumentException(
          "there is a modality '%s' already; remove it first".formatted(modality.name()));
    }
    String preset = "add '%s'".formatted(modality.name());
    return change(live.with(modality), by, why.isEmpty() ? preset : why);
  }

  /**
   * Makes one unknown.
   *
   * @return what it was
   * @throws NoSuchElementException if there is none of this name
   */
  public synchronized Modality remove(String name, String by, String why) throws IOException {
    Modality gone = named(name);
    change(live.without(name), by, why.isEmpty() ? "remove '%s'".formatted(name) : why);
    return gone;
  }

  /**
   * One that is known.
   *
   * @throws NoSuchElementException saying which there are
   */
  public Modality named(String name) {
    return live.named(name)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "there is no modality '%s'; there are %s"
                        .formatted(
                            name,
                            String.join(
                                ", ", live.modalities().stream().map(Modality::name).toList()))));
  }

  /**
   * Says what becomes of unknown ones.
   *
   * @return what became of them before
   */
  public synchronized UnknownModalities say(UnknownModalities now, String by, String why)
      throws IOException {
    UnknownModalities before = live.unknown();
    change(live.with(now), by, why.isEmpty() ? "unknown modalities: " + now.word() : why);
    return before;
  }

  /**
   * What a return to an older version did.
   *
   * @param before version that held before; 0 if there was none
   */
  public record Rollback(int before, Version now, ModalityTable table) {}

  /**
   * Has an older version hold again, as a new one.
   *
   * @param number 0: as before the first, nobody is known
   * @throws NoSuchFileException if there is no such version
   * @throws UnusableTextException if it cannot be used
   */
  public synchronized Rollback rollBack(int number, String by, String why)
      throws IOException, UnusableTextException {
    ModalityTable table =
        number == 0
            ? new ModalityTable(preset, List.of())
            : ModalityFile.parse(history.text(number), preset);
    int before = version;
    Version now = change(table, by, why.isEmpty() ? "back to version " + number : why);
    return new Rollback(before, now, table);
  }

  private Version change(ModalityTable table, String by, String why) throws IOException {
    Version written = history.add(table.text(), by, why);
    live = table;
    version = written.number();
    log.info("modalities of version {} by {} hold: {}", written.number(), written.by(), why);
    return written;
  }

  @Override
  public Optional<AAssociateRJ.Reason> refuse(String aeTitle, String host) {
    Instant now = Instant.now();
    ModalityTable table = live;
    if (table.unknown() != UnknownModalities.REFUSE || table.calling(aeTitle, host).isPresent()) {
      heard.note(aeTitle, host, one -> one.called(now));
      return Optional.empty();
    }
    heard.note(aeTitle, host, one -> one.refused(now));
    log.warn(
        "{} ({}) is refused: no modality of this AE title and address is known. To let it in:"
            + " gateway spoke modality add NAME --ae-title '{}' --address {}",
        aeTitle,
        host,
        aeTitle,
        host);
    return Optional.of(AAssociateRJ.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED);
  }

  @Override
  public Optional<String> doubts(Sender sender) {
    ModalityTable table = live;
    if (sender.isPerson()
        || table.unknown() != UnknownModalities.HOLD
        || table.calling(sender.callingAet(), sender.address()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of("unknown modality %s".formatted(sender));
  }

  @Override
  public void stored(String aeTitle, String host, String modality) {
    Instant now = Instant.now();
    heard.note(aeTitle, host, one -> one.stored(modality, now));
  }

  @Override
  public void close() {
    heard.close();
  }
}
