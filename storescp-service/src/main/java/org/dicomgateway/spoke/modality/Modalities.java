package org.dicomgateway.spoke.modality;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.spoke.spool.Sender;
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
  private volatile ModalityTable live;

  private Modalities(VersionedFile history, HeardLog heard, UnknownModalities preset) {
    this.history = history;
    this.heard = heard;
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
    modalities.takeUp(folder, preset);
    return modalities;
  }

  private void takeUp(Path folder, UnknownModalities preset) throws IOException {
    for (Version version : history.versions()) {
      try {
        live = ModalityFile.parse(history.text(version.number()), preset);
        return;
      } catch (ModalityFile.UnusableException e) {
        log.error(
            "modalities of version {} in {} cannot be used, those before are:\n{}",
            version.number(),
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

  private Version change(ModalityTable table, String by, String why) throws IOException {
    Version version = history.add(table.text(), by, why);
    live = table;
    log.info("modalities of version {} by {} hold: {}", version.number(), version.by(), why);
    return version;
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
