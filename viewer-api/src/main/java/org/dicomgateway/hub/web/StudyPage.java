package org.dicomgateway.hub.web;

import java.util.List;
import org.dicomgateway.hub.index.StudyFilter;
import org.dicomgateway.hub.index.StudyList;

/**
 * One page of the study list.
 *
 * @param number from 1
 * @param total studies on all pages
 */
public record StudyPage(List<StudyLine> lines, int number, int total) {
  private static final int LINES = 25;

  static StudyPage of(StudyList studies, StudySearch search, StudyTexts texts) {
    StudyFilter filter = search.filter();
    int total = studies.count(filter);
    int last = Math.max(1, Math.ceilDiv(total, LINES));
    int number = Math.min(search.pageNumber(), last);
    List<StudyLine> lines =
        studies.find(filter, LINES, (number - 1) * LINES).stream().map(texts::line).toList();
    return new StudyPage(lines, number, total);
  }

  public boolean hasPrevious() {
    return number > 1;
  }

  public boolean hasNext() {
    return number * LINES < total;
  }

  /** Number of the first line shown, among all. */
  public int first() {
    return total == 0 ? 0 : (number - 1) * LINES + 1;
  }

  /** Number of the last line shown, among all. */
  public int last() {
    return first() + lines.size() - (total == 0 ? 0 : 1);
  }

  /** Changes with anything that is shown. */
  public String fingerprint() {
    return Integer.toHexString(hashCode());
  }
}
