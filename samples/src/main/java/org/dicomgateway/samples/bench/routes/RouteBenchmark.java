package org.dicomgateway.samples.bench.routes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.route.rule.RouteFile;
import org.dicomgateway.spoke.route.rule.RouteFileException;
import org.dicomgateway.spoke.route.rule.RouteTable;
import org.dicomgateway.spoke.route.rule.Subject;
import org.dicomgateway.spoke.route.rule.Verdict;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A CT image that only the last of 500 rules takes; its header is in memory, as after reading. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RouteBenchmark {
  static final int RULES = 500;

  private final Attributes header =
      new Attributes()
          .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
          .setString(Tag.Modality, VR.CS, "CT")
          .setString(Tag.PatientID, VR.LO, "26011873")
          .setString(Tag.PatientName, VR.PN, "NGUYỄN^VĂN AN")
          .setString(Tag.StudyDescription, VR.LO, "CT ngực có tiêm thuốc cản quang")
          .setString(Tag.StudyDate, VR.DA, "20261122")
          .setString(Tag.SliceThickness, VR.DS, "1.25");
  private final SpooledInstance instance =
      new SpooledInstance(
          "01a200e3-eaa1-7325-b011-e369633aaa07",
          new InstanceIdentity(UID.CTImageStorage, "1.2.3.4", "1.2.3", "1.2"),
          UID.ExplicitVRLittleEndian,
          525_000,
          "00",
          0,
          new Sender("CT1", "GATEWAY", "10.1.2.3"),
          Priority.MEDIUM,
          Instant.now());
  private RouteTable table;

  /** Of every kind of condition, none of which holds but the last. */
  @Setup
  public void read() throws RouteFileException {
    String[] conditions = {
      "calling-aet: CT%d",
      "modality: [US, MR], size: { from: %dk }",
      "address: 192.168.%d.0/24",
      "attribute: { tag: PatientID, one-of: [A%d, B] }",
      "attribute: { tag: PatientID, matches: 'P%d.*' }",
      "attribute: { tag: StudyDescription, contains: cot song %d }",
      "attribute: { tag: SliceThickness, range: { from: 2, to: 1%d } }",
      "time: mon-sun 00:00-24:00, instances: { from: 1%d }",
      "any: [ { urgency: stat }, { sop-class: MRImageStorage }, { called-aet: X%d } ]",
      "modality: CT, not: { attribute: { tag: StudyDate, range: { from: 19%02d0101 } } }",
    };
    StringBuilder text = new StringBuilder("routes:\n");
    for (int rule = 1; rule < RULES; rule++) {
      String when = conditions[rule % conditions.length].formatted(2 + rule % 97);
      text.append("  - { name: r%d, when: { %s }, send: hub }%n".formatted(rule, when));
    }
    text.append("  - { name: last, send: hub }\n");
    table = RouteFile.parse(text.toString(), Set.of("hub"));
    if (!decide().rules().getFirst().equals("last")) {
      throw new IllegalStateException("another rule took it: " + decide());
    }
  }

  /** Decides as the spoke does: nothing is remembered from instance to instance. */
  @Benchmark
  public Verdict decide() {
    Subject subject =
        new Subject(instance, Urgency.NORMAL, () -> header, () -> 7, ZoneId.systemDefault());
    return table.decide(subject, RouteTable.Release.NOT_RELEASED);
  }
}
