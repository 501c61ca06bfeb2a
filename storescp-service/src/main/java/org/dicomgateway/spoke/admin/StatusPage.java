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
    List<DestinationLine> destinations,
    Callers callers,
    List<PackLine> packs,
    List<StudyLine> studies,
    List<ParkedLine> parked) {

  /**
   * @param kind empty if it cannot be opened
   * @param state UP, DOWN, REFUSED or PAUSED
   * @param reason why it is so; may be empty
   * @param rate what moves now; empty if nothing
   * @param waiting instances it has not got, parked ones aside
   * @param oldest how long the longest of them waits; empty if none does
   * @param parked empty if none is
   */
  public record DestinationLine(
      String name,
      String kind,
      String address,
      String state,
      String since,
      String sinceFor,
      String reason,
      List<String> limits,
      String rate,
      String waiting,
      String oldest,
      String parked) {}

  /**
   * @param policy what becomes of strangers: ACCEPT, HOLD or REFUSE
   * @param strangers that called and are not known
   * @param more of them, that are not shown
   */
  public record Callers(
      String policy, List<CallerLine> known, List<CallerLine> strangers, int more) {}

  /**
   * @param name the AE title, if it is not known
   * @param today instances stored
   * @param kind (0008,0060) of the last instance; may be empty
   * @param refused associations
   */
  public record CallerLine(
      String name,
      String aeTitle,
      String address,
      String heard,
      String today,
      String kind,
      long refused) {}

  /**
   * @param left time; empty if nothing moves
   */
  public record PackLine(String study, int instances, int percent, String length, String left) {}

  /**
   * @param urgency constant, for the message of its name
   */
  public record StudyLine(
      String destination,
      String study,
      String urgency,
      String why,
      long instances,
      String bytes,
      String age) {}

  public record ParkedLine(
      String destination, String study, String instance, String reason, String since) {}
}
