package org.dicomgateway.spoke.route.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hospital's routes over headers as they come, malformed ones among them. */
class RoutingCasesTest {
  static final Set<String> DESTINATIONS =
      Set.of("hub", "local-archive", "children", "cardiology", "research");

  private static RouteTable routes;

  /**
   * A line of cases.tsv.
   *
   * @param file of the real data
   */
  record Case(
      String file,
      String caller,
      Urgency asSent,
      LocalDateTime received,
      int instances,
      Verdict.Kind kind,
      String rules,
      String destinations,
      Urgency urgency) {
    static Case of(String line) {
      String[] fields = line.split("\t", -1);
      return new Case(
          fields[0],
          fields[1],
          urgency(fields[2]),
          LocalDateTime.parse(fields[3]),
          Integer.parseInt(fields[4]),
          Verdict.Kind.valueOf(fields[5].toUpperCase(Locale.ROOT)),
          fields[6],
          fields[7],
          urgency(fields[8]));
    }

    private static Urgency urgency(String word) {
      return Urgency.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  @BeforeAll
  static void prepare() throws Exception {
    routes = RouteFile.parse(resource("routes.yaml"), DESTINATIONS);
  }

  static Stream<Case> cases() {
    return resource("cases.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Case::of)
        .filter(_ -> RealData.folder().isPresent());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("cases")
  void goesByTheRules(Case one) throws IOException {
    Path file = RealData.file(one.file()).orElseThrow(() -> new AssertionError(one.file()));

    Verdict verdict = routes.decide(subject(file, one), RouteTable.Release.NOT_RELEASED);

    assertThat(verdict.kind()).isEqualTo(one.kind());
    assertThat(String.join(", ", verdict.rules())).isEqualTo(one.rules());
    assertThat(String.join(", ", verdict.destinations())).isEqualTo(one.destinations());
    assertThat(verdict.urgency()).isEqualTo(one.urgency());
  }

  private static Subject subject(Path file, Case one) throws IOException {
    Part10 part10 = Part10.readLeniently(file, ReadOptions.WHOLE).part10();
    String[] caller = one.caller().split("@");
    SpooledInstance instance =
        new SpooledInstance(
            "01a200e3-eaa1-7325-b011-e369633aaa07",
            new InstanceIdentity(
                part10.dataSet().string(Tag.SOPClassUID).orElse(""), "1.2.3.4", "1.2.3", "1.2"),
            part10.transferSyntax().uid(),
            Files.size(file),
            "00",
            0,
            new Sender(caller[0], "GATEWAY", caller[1]),
            Priority.MEDIUM,
            one.received().toInstant(ZoneOffset.UTC));
    return new Subject(instance, one.asSent(), part10::dataSet, one::instances, ZoneOffset.UTC);
  }

  static String resource(String name) {
    try (InputStream stream =
        Optional.ofNullable(RoutingCasesTest.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
