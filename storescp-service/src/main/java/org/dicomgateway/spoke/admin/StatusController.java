package org.dicomgateway.spoke.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dicomgateway.spoke.destination.Amount;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationStatus;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status} and {@code /api/queue}. */
@RestController
public final class StatusController {

  /**
   * @param at when it was so
   * @param total of what is not at the hub yet, parked instances aside
   * @param limits of bandwidth that hold now: of the hub, or of the one asked for
   * @param studies the most urgent and longest waiting first
   */
  record Queue(Instant at, Amount total, List<LimitInForce> limits, List<Row> studies) {}

  /** A study that a destination has not got. */
  record Row(String destination, @JsonUnwrapped QueuedStudy study) {}

  private final SpokeStatus.Source source;

  StatusController(SpokeStatus.Source source) {
    this.source = source;
  }

  @GetMapping("/api/status")
  SpokeStatus status() throws IOException {
    return source.now();
  }

  /** What waits, of one destination or of all. */
  @GetMapping("/api/queue")
  Queue queue(@RequestParam(defaultValue = "") String destination) {
    List<Destination> asked =
        destination.isEmpty()
            ? source.destinations().all()
            : List.of(Named.destination(source, destination));
    Amount total = Amount.NONE;
    List<LimitInForce> limits = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Destination one : asked) {
      DestinationStatus status = one.status();
      total = total.plus(status.backlog());
      if (asked.size() == 1 || one.name().equals(Destination.HUB)) {
        limits.addAll(status.limits());
      }
      one.studies().forEach(study -> rows.add(new Row(one.name(), study)));
    }
    rows.sort(
        Comparator.comparing((Row row) -> row.study().urgency())
            .thenComparing(row -> row.study().oldest()));
    return new Queue(Instant.now(), total, limits, rows);
  }
}
