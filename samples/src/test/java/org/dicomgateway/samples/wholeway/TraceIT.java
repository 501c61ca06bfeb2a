package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.dicomgateway.testdata.Document;
import org.dicomgateway.testdata.JsonExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both sides tell the way of a study from C-STORE to the index. */
class TraceIT {
  private static final String NOISE = "2.25.20261122001";
  private static final String SLOPES = "2.25.20261122002";
  private static final int SLICES = 10;
  private static final String STAMP = "\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d";

  @RegisterExtension
  static final RunningGateway GATEWAY =
      RunningGateway.withSmallHeaps().spokeOptions(List.of("--compress", "always"));

  @Test
  void everyStepOfBothSidesHasItsTimeInTheOrderOfTheWay() throws Exception {
    List<InstanceFile> slices = slices();
    assertThat(GATEWAY.send(slices)).allMatch(Outcome::isSent);
    GATEWAY.awaitDelivered();
    Traces traces = new Traces(GATEWAY, SLOPES);

    List<String> atSpoke = traces.atSpoke();
    List<String> atHub = traces.atHub();
    assertSteps(
        atSpoke,
        List.of("received", "durable", "prepared", "packed", "sent from", "sent to", "receipt"),
        List.of("received", "archived", "indexed"));
    assertSteps(
        atHub,
        List.of("received", "prepared", "packed"),
        List.of("received", "archived", "indexed"));
    assertThat(String.join("\n", atSpoke)).contains(SLICES + " compressed");
    assertThat(String.join("\n", atHub)).contains(SLICES + " compressed");
    JsonNode ofBoth = traces.jsonAtSpoke();
    JsonNode ofHub = traces.jsonAtHub();
    assertOrder(ofBoth);
    assertOrderAtHub(ofHub);
    JsonNode documented = documented();
    assertThat(new JsonExample(documented).differences(ofBoth)).isEmpty();
    assertThat(new JsonExample(documented.path("hub")).differences(ofHub)).isEmpty();
  }

  @Test
  void whatCannotBeMadeSmallerIsSaidToGoAsItWasReceived() throws Exception {
    List<InstanceFile> noise =
        new SyntheticSeries(NOISE, 128, 128, 1).write(GATEWAY.folder("noise"), 2);
    assertThat(GATEWAY.send(noise)).allMatch(Outcome::isSent);
    GATEWAY.awaitDelivered();
    Traces traces = new Traces(GATEWAY, NOISE);

    for (List<String> lines : List.of(traces.atSpoke(), traces.atHub())) {
      assertThat(lines).anyMatch(line -> line.matches("prepared +- +- +as received"));
    }
  }

  private static JsonNode documented() throws IOException {
    String example = Document.read("json.md").blockAfter("`gateway spoke trace STUDY --json`");
    return JsonMapper.shared().readTree(example);
  }

  /** Of a ramp instead of noise, so that there is something to gain. */
  private static List<InstanceFile> slices() throws IOException {
    byte[] ramp = new byte[2 * 128 * 128];
    for (int i = 0; i < ramp.length; i += 2) {
      ramp[i] = (byte) (i / 256);
    }
    List<InstanceFile> slices = new ArrayList<>();
    for (InstanceFile noise :
        new SyntheticSeries(SLOPES, 128, 128, 1).write(GATEWAY.folder("slopes"), SLICES)) {
      slices.add(ChangedInstance.of(noise, image -> image.setBytes(Tag.PixelData, VR.OW, ramp)));
    }
    return slices;
  }

  /** Each step with two times, in this order. */
  private static void assertSteps(List<String> lines, List<String> spoke, List<String> hub) {
    List<String> steps =
        lines.stream()
            .filter(line -> line.matches("spoke|hub|[a-z ]+" + STAMP + "  " + STAMP + ".*"))
            .map(line -> line.replaceAll(STAMP + ".*", "").strip())
            .toList();
    assertThat(steps)
        .as(String.join("\n", lines))
        .containsExactlyElementsOf(
            Stream.of(List.of("spoke"), spoke, List.of("hub"), hub).flatMap(List::stream).toList());
  }

  private static void assertOrder(JsonNode trace) {
    assertThat(trace.path("hubError").asString()).isEmpty();
    Map<String, JsonNode> sent = new HashMap<>();
    trace.at("/spoke/packs").forEach(pack -> sent.put(pack.path("pack").asString(), pack));
    Map<String, JsonNode> indexed = new HashMap<>();
    trace.at("/hub/packs").forEach(pack -> indexed.put(pack.path("packId").asString(), pack));
    assertThat(trace.at("/spoke/instances")).hasSize(SLICES);
    for (JsonNode instance : trace.at("/spoke/instances")) {
      JsonNode pack = sent.get(instance.path("pack").asString());
      JsonNode there = indexed.get(instance.path("pack").asString());
      assertThat(
              List.of(
                  time(instance, "receivedAt"),
                  time(instance, "routedAt"),
                  time(instance, "preparedAt"),
                  time(pack, "created"),
                  time(pack, "sentFrom"),
                  time(there, "receivedAt"),
                  time(there, "archivedAt"),
                  time(there, "indexedAt"),
                  time(instance, "settledAt")))
          .as("%s in %s, %s", instance, pack, there)
          .isSorted();
      assertThat(time(pack, "sentTo"))
          .isBetween(time(pack, "sentFrom"), time(pack, "settledAt"))
          .isAfterOrEqualTo(time(there, "receivedAt"));
      assertThat(instance.path("preparedLength").asLong())
          .isPositive()
          .isLessThan(instance.path("length").asLong());
    }
  }

  private static void assertOrderAtHub(JsonNode trace) {
    long prepared = 0;
    for (JsonNode pack : trace.path("packs")) {
      assertThat(
              List.of(
                  time(pack, "acknowledgedFrom"),
                  time(pack.path("prepared"), "from"),
                  time(pack.path("prepared"), "to"),
                  time(pack, "createdAt"),
                  time(pack, "receivedAt"),
                  time(pack, "archivedAt"),
                  time(pack, "indexedAt")))
          .as(pack.toString())
          .isSorted();
      prepared += pack.at("/prepared/instances").asLong();
    }
    assertThat(prepared).isEqualTo(SLICES);
  }

  /** To the millisecond, as the hub and the pack have it. */
  private static Instant time(JsonNode node, String stamp) {
    return Instant.parse(node.path(stamp).asString()).truncatedTo(ChronoUnit.MILLIS);
  }
}
