package org.dicomgateway.spoke.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.route.rule.Explanation;
import org.dicomgateway.spoke.route.rule.RouteFile;
import org.dicomgateway.spoke.route.rule.RouteFileException;
import org.dicomgateway.spoke.route.rule.RouteTable;
import org.dicomgateway.spoke.route.rule.Subject;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * What would become of files if a modality sent them, without a spoke.
 *
 * @param callingAet the modality's
 * @param address the modality's
 * @param at when they come
 */
public record RouteTrial(RouteTable table, String callingAet, String address, Instant at) {
  /**
   * Takes the text of a file of routes.
   *
   * @param text empty: everything goes to the hub
   * @param destinations those there are, by name
   * @throws RouteFileException if it cannot be used
   */
  public static RouteTrial of(
      String text, Set<String> destinations, String callingAet, String address, Instant at)
      throws RouteFileException {
    return new RouteTrial(RouteFile.parse(text, destinations), callingAet, address, at);
  }

  /**
   * Tells which rules match a file and why.
   *
   * @throws IOException if it cannot be read, or is no DICOM file that can be identified
   */
  public Explanation explain(Path file) throws IOException {
    Part10 part10 = Part10.readLeniently(file, Decider.HEADER).part10();
    SpooledInstance instance =
        new SpooledInstance(
            "",
            InstanceIdentity.of(part10),
            part10.transferSyntax().uid(),
            Files.size(file),
            "",
            0,
            new Sender(callingAet, "", address),
            Priority.MEDIUM,
            at);
    Subject subject =
        new Subject(instance, Urgency.NORMAL, part10::dataSet, () -> 1, ZoneId.systemDefault());
    return table.explain(subject, RouteTable.Release.NOT_RELEASED);
  }
}
