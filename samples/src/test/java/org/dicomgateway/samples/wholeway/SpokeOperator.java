package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who types commands of {@code gateway spoke}, and reads what the spoke says. */
record SpokeOperator(RunningGateway gateway) {
  /** Types a command that has to succeed; returns what it printed. */
  String types(String... words) throws IOException, InterruptedException {
    Command command = tries(words);
    assertThat(command.exitCode()).as(command.output()).isZero();
    return command.output();
  }

  /** Types a command, whatever comes of it. */
  Command tries(String... words) throws IOException, InterruptedException {
    List<String> typed = new ArrayList<>(List.of("spoke"));
    typed.addAll(List.of(words));
    typed.addAll(List.of("--url", gateway.spoke().admin().toString()));
    return Command.gateway(typed);
  }

  HubClient api() {
    return new HubClient(gateway.spoke().admin());
  }

  /** How a destination stands. */
  JsonNode status(String destination) throws IOException, InterruptedException {
    return api()
        .json("/api/destinations")
        .path("destinations")
        .valueStream()
        .filter(one -> one.path("name").asString().equals(destination))
        .findFirst()
        .orElseThrow();
  }

  boolean isDown(String destination) throws IOException, InterruptedException {
    return status(destination).at("/health/state").asString().equals("DOWN");
  }

  void awaitState(String destination, String state, int count) throws Exception {
    Eventually.isTrue(
        "%d instances are %s at %s".formatted(count, state, destination),
        () -> status(destination).at("/instances/" + state + "/count").asInt(-1) == count);
  }

  JsonNode trace(String study) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(types("trace", study, "--json"));
  }

  /** SOP Instance UIDs of what a destination has in a state; each has its times in order. */
  static Set<String> traced(JsonNode trace, String destination, String state) {
    Set<String> found = new HashSet<>();
    for (JsonNode one : trace.path("destinations")) {
      for (JsonNode instance : one.path("instances")) {
        if (one.path("name").asString().equals(destination)
            && instance.path("state").asString().equals(state)) {
          found.add(instance.path("sopInstanceUid").asString());
          assertThat(instance.path("settledAt").asString())
              .isGreaterThanOrEqualTo(instance.path("acceptedAt").asString());
        }
      }
    }
    return found;
  }
}
