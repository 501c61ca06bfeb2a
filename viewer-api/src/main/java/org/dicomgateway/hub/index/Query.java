package org.dicomgateway.hub.index;

import java.util.Map;
import java.util.Set;

/**
 * A search (PS3.18 §10.6, matching as in PS3.4 §C.2.2.2).
 *
 * @param level what is searched for
 * @param keys tag and value as the URL had it: single value, list of UIDs, wildcards, range
 * @param includeFields tags asked for beyond those every answer has
 * @param includeAll whether {@code includefield=all}
 * @param fuzzyMatching names also match by the beginning of any of their words
 * @param limit most results, from 1
 * @param offset results left out first, from 0
 */
public record Query(
    Level level,
    Map<Integer, String> keys,
    Set<Integer> includeFields,
    boolean includeAll,
    boolean fuzzyMatching,
    int limit,
    int offset) {

  public enum Level {
    STUDY,
    SERIES,
    INSTANCE
  }
}
