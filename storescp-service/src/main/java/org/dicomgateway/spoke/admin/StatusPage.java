package org.dicomgateway.spoke.admin;

import java.util.List;

/**
 * The status as it is shown: every text ready to be read.
 *
 * @param line UP, DOWN or REFUSED
 * @param lineError why it is not up; empty if it is
 * @param pausedSince empty if nothing is paused
 * @param limits of bandwidth that hold now
 * @param rate what moves now; empty if nothing
 * @param done how long until all is at the hub; empty if nobody knows
 * @param oldest how long the longest waiting instance waits; empty if none does
 * @param disk AMPLE, SHORT or NONE
 * @param diskUsed per mille of the file system
 */
public record StatusPage(
    String aeTitle,
    String site,
    String hub,
    String line,
    String lineSince,
    String lineFor,
    String lineError,
    String pausedSince,
    List<String> limits,
    String rate,
    long backlog,
    String backlogBytes,
    String done,
    String oldest,
    String disk,
    String diskFree,
    String diskTotal,
    String diskWarn,
    String diskRefuse,
    long diskUsed,
    long delivered,
    List<PackLine> packs,
    List<StudyLine> studies,
    List<ParkedLine> parked) {

  /**
   * @param left time; empty if nothing moves
   */
  public record PackLine(String study, int instances, int percent, String length, String left) {}

  /**
   * @param urgency constant, for the message of its name
   */
  public record StudyLine(
      String study, String urgency, String why, long instances, String bytes, String age) {}

  public record ParkedLine(String study, String instance, String reason, String since) {}
}
