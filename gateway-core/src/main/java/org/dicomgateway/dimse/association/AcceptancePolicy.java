package org.dicomgateway.dimse.association;

import java.util.Optional;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.dimse.pdu.ProposedContext;

/**
 * What an acceptor agrees to.
 *
 * @param calledAeTitle which titles are ours
 * @param callingAeTitle who may come
 * @param sopClasses what is accepted, in which transfer syntax
 * @param maximumLength bytes a P-DATA-TF to us may have after its header, from 4 KiB; too small
 *     costs turns, too large memory per association (twice this)
 * @param operationsWindow operations a requestor that asks for it may have under way at once, from
 *     1; too few make it wait for each answer, too many cost threads
 */
public record AcceptancePolicy(
    CalledAeTitle calledAeTitle,
    CallingAeTitle callingAeTitle,
    SopClasses sopClasses,
    int maximumLength,
    int operationsWindow) {
  /** As long as DCMTK's senders make a unit. */
  public static final int MAXIMUM_LENGTH = 128 << 10;

  /** So many that a disk which syncs several files together is kept busy by one sender. */
  public static final int OPERATIONS_WINDOW = 16;

  /** Whether a called AE title is meant for us. */
  @FunctionalInterface
  public interface CalledAeTitle {
    /** Whoever is called, we answer. */
    CalledAeTitle ANY = _ -> true;

    boolean isOurs(String calledAeTitle);

    /** Only the one title. */
    static CalledAeTitle only(String title) {
      return title::equals;
    }
  }

  /** Whether a peer is welcome. */
  @FunctionalInterface
  public interface CallingAeTitle {
    CallingAeTitle ANY = (_, _) -> Optional.empty();

    /**
     * The reason to reject the peer, or empty.
     *
     * @param remoteHost address as text
     */
    Optional<AAssociateRJ.Reason> refuse(String callingAeTitle, String remoteHost);
  }

  /** Which of the transfer syntaxes proposed is taken. */
  @FunctionalInterface
  public interface SopClasses {
    /**
     * Chooses a transfer syntax of the context.
     *
     * @return empty if the SOP class is not supported
     */
    Optional<String> choose(ProposedContext proposed);
  }

  /** Everybody may store anything; called by this title only. */
  public static AcceptancePolicy storage(String aeTitle) {
    return new AcceptancePolicy(
        CalledAeTitle.only(ApplicationEntity.checkTitle(aeTitle)),
        CallingAeTitle.ANY,
        StorageSopClasses::choose,
        MAXIMUM_LENGTH,
        OPERATIONS_WINDOW);
  }

  public AcceptancePolicy withCalledAeTitle(CalledAeTitle called) {
    return new AcceptancePolicy(
        called, callingAeTitle, sopClasses, maximumLength, operationsWindow);
  }

  public AcceptancePolicy withCallingAeTitle(CallingAeTitle calling) {
    return new AcceptancePolicy(
        calledAeTitle, calling, sopClasses, maximumLength, operationsWindow);
  }
}
