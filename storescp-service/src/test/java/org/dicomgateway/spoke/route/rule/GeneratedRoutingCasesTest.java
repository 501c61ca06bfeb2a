package org.dicomgateway.spoke.route.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.ElementDictionary;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.spoke.change.ChangedValue;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same hospital's routes over headers that are written here, some of them badly. */
class GeneratedRoutingCasesTest {
  private static RouteTable routes;

  /**
   * A line of generated.tsv.
   *
   * @param header {@code Keyword=value;…}
   * @param wrong what is wrong with its bytes; empty: nothing
   * @param changes names of attributes that leave otherwise than they came
   */
  record Case(
      String header,
      String wrong,
      Sender sender,
      Urgency asSent,
      LocalDateTime received,
      int instances,
      Verdict.Kind kind,
      String rules,
      String destinations,
      Urgency urgency,
      String changes) {
    static Case of(String line) {
      String[] fields = line.split("\t", -1);
      String[] caller = fields[2].split("@");
      return new Case(
          fields[0],
          fields[1],
          new Sender(caller[0], "GATEWAY", caller[1]),
          urgency(fields[3]),
          LocalDateTime.parse(fields[4]),
          Integer.parseInt(fields[5]),
          Verdict.Kind.valueOf(fields[6].toUpperCase(Locale.ROOT)),
          fields[7],
          fields[8],
          urgency(fields[9]),
          fields[10]);
    }

    private static Urgency urgency(String word) {
      return Urgency.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  @BeforeAll
  static void prepare() throws Exception {
    routes =
        RouteFile.parse(RoutingCasesTest.resource("routes.yaml"), RoutingCasesTest.DESTINATIONS);
  }

  static Stream<Case> cases() {
    return RoutingCasesTest.resource("generated.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goesByTheRules(Case one) throws IOException {
    Explanation explanation = routes.explain(subject(one), RouteTable.Release.NOT_RELEASED);

    Verdict verdict = explanation.verdict();
    assertThat(verdict.kind()).isEqualTo(one.kind());
    assertThat(String.join(", ", verdict.rules())).isEqualTo(one.rules());
    assertThat(String.join(", ", verdict.destinations())).isEqualTo(one.destinations());
    assertThat(verdict.urgency()).isEqualTo(one.urgency());
    List<String> changed =
        explanation.changes().stream().map(ChangedValue::attribute).sorted().toList();
    assertThat(String.join(" ", changed)).isEqualTo(one.changes());
  }

  private static Subject subject(Case one) throws IOException {
    byte[] file = bytes(one);
    Part10 part10 =
        Part10.readLeniently(new ByteArrayInputStream(file), ReadOptions.WHOLE).part10();
    SpooledInstance instance =
        new SpooledInstance(
            "01a200e3-eaa1-7325-b011-e369633aaa07",
            new InstanceIdentity(UID.CTImageStorage, "1.2.3.4", "1.2.3", "1.2"),
            part10.transferSyntax().uid(),
            file.length,
            "00",
            0,
            one.sender(),
            Priority.MEDIUM,
            one.received().toInstant(ZoneOffset.UTC));
    return new Subject(instance, one.asSent(), part10::dataSet, one::instances, ZoneOffset.UTC);
  }

  private static byte[] bytes(Case one) throws IOException {
    Attributes header =
        new Attributes()
            .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
            .setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage)
            .setString(Tag.SOPInstanceUID, VR.UI, "1.2.3.4");
    for (String line : one.header().split(";")) {
      int tag = ElementDictionary.tagOf(line.substring(0, line.indexOf('='))).orElseThrow();
      VR vr = ElementDictionary.entry(tag).orElseThrow().vrs().getFirst();
      header.setString(tag, vr, line.substring(line.indexOf('=') + 1));
    }
    if (one.wrong().equals("no character set")) {
      header.remove(Tag.SpecificCharacterSet);
    }
    byte[] file = SpoolFixture.part10(header);
    return switch (one.wrong()) {
      case "", "no character set" -> file;
      case "cut in Patient's Age" -> cutAt(file, new byte[] {0x10, 0, 0x10, 0x10}, 9);
      case "cut before Patient's Name" -> cutAt(file, new byte[] {0x10, 0, 0x10, 0}, 0);
      default -> throw new AssertionError(one.wrong());
    };
  }

  /** Cut so many bytes behind the beginning of an element, little endian. */
  private static byte[] cutAt(byte[] file, byte[] tag, int behind) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(new String(tag, StandardCharsets.ISO_8859_1));
    return Arrays.copyOf(file, at + behind);
  }
}
