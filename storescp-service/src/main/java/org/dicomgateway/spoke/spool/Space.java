package org.dicomgateway.spoke.spool;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Room on the spool's file system, in bytes.
 *
 * @param free that we may write
 * @param total of the file system
 * @param warnBelow below it, delivered instances go before their time
 * @param refuseBelow the watermark: below it, instances are refused with A700
 */
public record Space(long free, long total, long warnBelow, long refuseBelow) {
  /** How serious it is. */
  public enum Level {
    AMPLE,
    SHORT,
    NONE
  }

  @JsonProperty
  public Level level() {
    if (free < refuseBelow) {
      return Level.NONE;
    }
    return free < warnBelow ? Level.SHORT : Level.AMPLE;
  }
}
