package org.dicomgateway.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.json.Difference.Kind;
import org.dicomgateway.dicom.json.KnownDifferences.Line;
import org.dicomgateway.testdata.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The test's own measure: what counts as equal, and as a difference of which kind. */
class AttributeComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FL | [0.1] | [0.10000000149011612] | ",
        "DS | [1.50] | [1.5] | ",
        "FD | [0.1] | [0.10000000149011612] | OTHER",
        "FD | [0.027239] | [0.027239000000000003] | LAST_DIGIT",
        "DS | [1] | [\"1\"] | OTHER",
        "LO | [\"a\"] | [\"b\"] | OTHER",
        "LO | [\"a\"] | [\"a \"] | TRAILING_PADDING",
        "LO | [\"a \"] | [\"a\"] | OTHER",
        "LO | [\"a\",null] | [\"a\",\"\"] | EMPTY_MEMBER",
        "LO | [\"a\",null] | [\"b\",\"\"] | OTHER",
        "LO | [\"a\"] | [\"a\",\"a\"] | OTHER",
        "LO | [\"é\"] | [\"\uFFFD\"] | NOT_DECODED",
        "PN | [{\"Alphabetic\":\"A^^\"}] | [{\"Alphabetic\":\"A\"}] | TRAILING_CARETS",
        "PN | [{\"Alphabetic\":\"A^B\"}] | [{\"Alphabetic\":\"A\"}] | OTHER",
      })
  void valuesDifferInOneWayOrAnother(String vr, String ours, String theirs, Kind kind) {
    assertThat(compare(vr, "\"Value\":" + ours, vr, "\"Value\":" + theirs, new byte[0]))
        .isEqualTo(Optional.ofNullable(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "AQID, ",
    "AQIDAA==, PADDED_TO_EVEN",
    "AgED, NOT_SWAPPED",
    "AQIE, OTHER",
    "AQIDAQ==, OTHER"
  })
  void binariesAreComparedByTheirBytes(String theirs, Kind kind) {
    byte[] bytes = {1, 2, 3};
    String ours = "\"InlineBinary\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
    assertThat(compare("OW", ours, "OW", "\"InlineBinary\":\"" + theirs + "\"", bytes))
        .isEqualTo(Optional.ofNullable(kind));
    String digest = "\"BulkDataURI\":\"" + Digests.of(bytes) + "\"";
    assertThat(compare("OW", ours, "OW", digest, bytes)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LO, YSA=, UN, LEFT_UNKNOWN",
    "LO, YiA=, UN, OTHER",
    "LO, YSA=, OB, OTHER",
  })
  void theUnknownIsComparedByItsBytes(String vr, String theirs, String theirVr, Kind kind) {
    byte[] bytes = {'a', ' '};
    String binary = "\"InlineBinary\":\"" + theirs + "\"";
    assertThat(compare(vr, "\"Value\":[\"a\"]", theirVr, binary, bytes)).contains(kind);
  }

  @Test
  void whatIsMissingIsADifference() {
    assertThat(compare("SQ", "", "SQ", "\"Value\":[]", null)).contains(Kind.EMPTY_SEQUENCE);
    assertThat(compare("SQ", "", "SQ", "\"Value\":[{}]", null)).contains(Kind.OTHER);
    assertThat(compare("LO", "\"Value\":[\"a\"]", "LO", "", null)).contains(Kind.OTHER);
    assertThat(compare("LT", "", "LT", "\"Value\":[null]", null)).contains(Kind.BLANK_VALUE);
  }

  @Test
  void listedDifferencesAreAllowedAndHaveToOccur() {
    Line line = new Line("peer", "ct/*", "**/00100010", Kind.TRAILING_CARETS, "", "");
    Line stale = new Line("peer", "us/*", "00100010", Kind.TRAILING_CARETS, "", "");
    KnownDifferences known = new KnownDifferences(List.of(line, stale));
    Difference listed = difference("ct/1", "00081140/1/00100010", Kind.TRAILING_CARETS);
    Difference otherKind = difference("ct/1", "00081140/1/00100010", Kind.OTHER);
    Difference otherPlace = difference("ct/1", "00081140/1/00100011", Kind.TRAILING_CARETS);
    List<Difference> found = List.of(listed, otherKind, otherPlace);
    assertThat(known.unlisted(found)).containsExactly(otherKind, otherPlace);
    assertThat(known.noLongerFound(found)).containsExactly(stale);
  }

  private static Difference difference(String file, String path, Kind kind) {
    return new Difference(file, path, kind, "", "");
  }

  private static Optional<Kind> compare(
      String vr, String ours, String theirVr, String theirs, byte[] bytes) {
    return new AttributeComparison(
            "00100010", Optional.ofNullable(bytes), attribute(vr, ours), attribute(theirVr, theirs))
        .kind();
  }

  private static JsonNode attribute(String vr, String member) {
    String separator = member.isEmpty() ? "" : ",";
    return PeerAnswer.MAPPER.readTree("{\"vr\":\"" + vr + "\"" + separator + member + "}");
  }
}
