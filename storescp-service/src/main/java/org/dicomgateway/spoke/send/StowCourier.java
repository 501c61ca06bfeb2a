package org.dicomgateway.spoke.send;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.spoke.destination.DestinationSettings;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.tls.TlsFailure;

/** Brings instances to a DICOMweb server by STOW-RS (PS3.18 §10.5), several in a request. */
final class StowCourier implements Courier {
  /**
   * Bytes of a request, if it is not one instance: more save round trips, and are more to send
   * again when a line drops.
   */
  private static final long MOST_BYTES = 16 << 20;

  private static final int MOST_INSTANCES = 50;
  private static final Duration STALL = Duration.ofMinutes(2);

  private final StowClient client;

  StowCourier(DestinationSettings.Stow server) {
    this(server, STALL);
  }

  StowCourier(DestinationSettings.Stow server, Duration stall) {
    this.client = new StowClient(server, stall);
  }

  @Override
  public String kind() {
    return "stow";
  }

  @Override
  public String address() {
    return client.base();
  }

  @Override
  public int desks() {
    return 2;
  }

  @Override
  public void work(Desk desk) throws Unavailable, InterruptedException {
    for (List<Parcel> next = gather(desk); !next.isEmpty(); next = gather(desk)) {
      store(next, desk);
    }
  }

  private static List<Parcel> gather(Desk desk) throws Unavailable, InterruptedException {
    List<Parcel> parcels = new ArrayList<>();
    long bytes = 0;
    while (parcels.size() < MOST_INSTANCES) {
      Optional<Parcel> next = desk.next();
      if (next.isEmpty()) {
        break;
      }
      bytes += next.get().length();
      if (bytes > MOST_BYTES && !parcels.isEmpty()) {
        desk.putBack(next.get());
        break;
      }
      parcels.add(next.get());
    }
    return parcels;
  }

  private void store(List<Parcel> parcels, Desk desk) throws Unavailable, InterruptedException {
    StowBody body = new StowBody(parcels);
    try {
      settle(parcels, StowAnswer.of(client.store(body)), desk);
    } catch (Unavailable e) {
      throw e;
    } catch (IOException e) {
      Desk.requireNoInterrupt(e);
      Optional<UnreadableException> unreadable = unreadable(e);
      if (unreadable.isEmpty()) {
        throw unavailable(e);
      }
      if (body.reading().isPresent()) {
        desk.parked(body.reading().get(), unreadable.get().getMessage());
      }
      parcels.stream()
          .filter(parcel -> !body.reading().equals(Optional.of(parcel)))
          .forEach(desk::putBack);
    }
  }

  private static Optional<UnreadableException> unreadable(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private void settle(List<Parcel> parcels, StowAnswer answer, Desk desk)
      throws Unavailable, InterruptedException {
    Optional<Unavailable> unavailable = answer.unavailable(client.base());
    if (unavailable.isPresent()) {
      throw unavailable.get();
    }
    boolean isAboutAll = !answer.isSuccess() && answer.instances().isEmpty();
    if (isAboutAll && parcels.size() > 1) {
      // One of them may have spoilt it for the others; one that failed before goes last, or it
      // could
      // end each attempt before its neighbours' turn.
      for (Parcel parcel : parcels.stream().sorted(comparing(StowCourier::attempts)).toList()) {
        store(List.of(parcel), desk);
      }
      return;
    }
    Optional<Unavailable> end = Optional.empty();
    for (Parcel parcel : parcels) {
      Optional<Unavailable> now = settle(parcel, answer, desk);
      end = now.isPresent() ? now : end;
    }
    if (end.isPresent()) {
      throw end.get();
    }
  }

  private static int attempts(Parcel parcel) {
    return parcel.waiting().attempts();
  }

  /** Returns why nothing more is to be sent, if so. */
  private Optional<Unavailable> settle(Parcel parcel, StowAnswer answer, Desk desk)
      throws InterruptedException {
    Optional<Status> status = answer.of(parcel);
    if (status.isPresent()) {
      return settle(parcel, status.get(), desk);
    }
    String text = "the server answered %d, without a word on it".formatted(answer.status());
    switch (answer.status()) {
      case 200 -> desk.delivered(parcel, answer.instances().isEmpty() ? "" : text);
      case 500 -> {
        desk.later(parcel, text, answer.retryAfter());
        return Optional.of(Unavailable.later("the server fails (500)", answer.retryAfter()));
      }
      default -> {
        if (answer.isSuccess()) {
          desk.failed(parcel, text);
        } else {
          desk.parked(parcel, text);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Unavailable> settle(Parcel parcel, Status status, Desk desk)
      throws InterruptedException {
    String text = status.toString();
    switch (StoreResult.of(status)) {
      case TAKEN -> desk.delivered(parcel, "");
      case TAKEN_WITH_NOTE -> desk.delivered(parcel, text);
      case NEVER -> desk.parked(parcel, text);
      case UNCLEAR -> desk.failed(parcel, text);
      case FULL -> {
        desk.later(parcel, text, Duration.ZERO);
        return Optional.of(Unavailable.later("the server has no room: " + text, Duration.ZERO));
      }
      case NOT_ALLOWED -> {
        desk.putBack(parcel);
        return Optional.of(Unavailable.refused("the server does not let us store: " + text, null));
      }
    }
    return Optional.empty();
  }

  /**
   * A server that refuses us may answer and close before it has all, and then the answer is lost:
   * so it is asked for something short.
   */
  private Unavailable unavailable(IOException e) throws InterruptedException {
    Optional<TlsFailure> insecure = TlsFailure.in(e);
    if (insecure.isPresent()) {
      return Unavailable.refused(
          "%s. %s".formatted(insecure.get().reason(), insecure.get().remedy()), e);
    }
    try {
      return StowAnswer.of(client.search())
          .unavailable(client.base())
          .filter(answer -> answer.getMessage().contains("let us in"))
          .orElseGet(() -> Unavailable.down(reason(e), e));
    } catch (IOException again) {
      Desk.requireNoInterrupt(again);
      return Unavailable.down(reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  @Override
  public Probe test() throws InterruptedException {
    try {
      int status = client.search().statusCode();
      return switch (status) {
        case 200, 204 -> Probe.reached("answers a search (%d)".formatted(status));
        case 401, 403 ->
            Probe.failed(
                "does not let us in (%d)".formatted(status),
                "Check user and password, token or certificate.");
        default ->
            status >= 500
                ? Probe.failed(
                    "answers %d: it cannot now".formatted(status), "Look into the server's log.")
                : Probe.reached(
                    "answers a search with %d: whether it stores is seen with the first instance"
                        .formatted(status));
      };
    } catch (IOException e) {
      Desk.requireNoInterrupt(e);
      Optional<TlsFailure> insecure = TlsFailure.in(e);
      return Probe.failed(
          insecure.map(TlsFailure::reason).orElseGet(() -> reason(e)),
          insecure
              .map(TlsFailure::remedy)
              .orElse(
                  "Is the address right (http or https), the server running, the way open (firewall,"
                      + " VPN)?"));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
