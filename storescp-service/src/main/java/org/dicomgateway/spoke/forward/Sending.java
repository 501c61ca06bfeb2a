package org.dicomgateway.spoke.forward;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.dicomgateway.pack.PackLayout;

/**
 * The bytes of one pack on their way, piece by piece. No byte is sent to an offset that the hub did
 * not name. For one thread.
 */
final class Sending {
  private final Pack pack;
  private final PackLayout layout;
  private final HubClient hub;
  private final Gate.Pass pass;
  private final InFlight inFlight;
  private final Pause pause;
  private final BooleanSupplier withdrawn;

  /**
   * @param withdrawn whether nothing of the pack is to be begun with
   */
  Sending(
      Pack pack,
      PackLayout layout,
      HubClient hub,
      Gate.Pass pass,
      InFlight inFlight,
      Pause pause,
      BooleanSupplier withdrawn) {
    this.pack = pack;
    this.layout = layout;
    this.hub = hub;
    this.pass = pass;
    this.inFlight = inFlight;
    this.pause = pause;
    this.withdrawn = withdrawn;
  }

  /** One request that carries a piece, to an offset. */
  @FunctionalInterface
  private interface Carrier {
    /** Returns the hub's offset afterwards. */
    long carry(MeteredStream piece) throws HubException, InterruptedException;
  }

  /** Sends a pack that the hub does not know, its first piece with its name. */
  void sendAll() throws IOException, InterruptedException {
    long offset =
        piece(
            0,
            bytes -> {
              OptionalLong taken = hub.create(pack.id(), layout.length(), bytes);
              return taken.isPresent() ? taken.getAsLong() : hubOffset();
            });
    sendFrom(offset);
  }

  /** Sends what the hub has not. */
  void sendRest() throws IOException, InterruptedException {
    sendFrom(hubOffset());
  }

  private void sendFrom(long first) throws IOException, InterruptedException {
    long offset = first;
    inFlight.arrived(pack, offset);
    while (offset < layout.length()) {
      long from = offset;
      offset = piece(from, bytes -> hub.append(pack.id(), from, bytes));
      inFlight.arrived(pack, offset);
    }
  }

  /**
   * Sends a piece; returns the hub's offset.
   *
   * @throws HubException if it has to be asked what the hub has
   * @throws WithdrawnException if nothing has been sent, and nothing is to be any more
   * @throws IOException if the instances cannot be read
   */
  private long piece(long offset, Carrier carrier) throws IOException, InterruptedException {
    pause.await();
    long length = pass.awaitPiece(layout.length() - offset);
    long arrived = offset;
    try (MeteredStream piece =
        new MeteredStream(layout.open(offset), length, pass, count -> inFlight.sent(pack, count))) {
      // It may have waited for hours until here.
      if (offset == 0 && withdrawn.getAsBoolean()) {
        throw new WithdrawnException(pack);
      }
      try {
        arrived = carrier.carry(piece);
        return arrived;
      } catch (HubException e) {
        if (piece.failure() != null) {
          throw piece.failure();
        }
        if (e.kind() == HubException.Kind.WRONG_OFFSET) {
          return hubOffset();
        }
        throw e;
      }
    } catch (ClosedByInterruptException | InterruptedIOException e) {
      throw new InterruptedException("stopped while sending pack " + pack.id());
    } finally {
      pass.pieceEnded(Math.max(0, arrived - offset), layout.length() - arrived);
    }
  }

  private long hubOffset() throws HubException, InterruptedException {
    return hub.offset(pack.id())
        .orElseThrow(
            () ->
                new HubException(
                    HubException.Kind.NOT_FOUND, "the hub forgot pack " + pack.id() + " midway"));
  }
}
