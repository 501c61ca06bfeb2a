package org.dicomgateway.hub.admin;

import java.time.Instant;
import java.util.List;
import org.dicomgateway.hub.index.SiteActivity;

/**
 * All that {@code /api/status} says.
 *
 * @param at when it was so
 * @param disk of what is not archived yet
 * @param today when the day of the figures began
 * @param sites those that may send, and others that packs came from
 */
record HubStatus(
    Instant at,
    Instant startedAt,
    Health archive,
    Health index,
    HubDisk.Room disk,
    Instant today,
    List<SiteActivity> sites) {

  /**
   * @param reason why it does not answer; else empty
   */
  record Health(boolean reachable, String reason) {
    static final Health WELL = new Health(true, "");

    static Health failed(Exception e) {
      return new Health(false, String.valueOf(e.getMessage()));
    }
  }
}
