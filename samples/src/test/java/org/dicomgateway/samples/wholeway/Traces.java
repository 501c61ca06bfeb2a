package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./gateway spoke trace} and {@code ./gateway hub trace} say of a study. */
record Traces(RunningGateway gateway, String study) {
  private static final int WIDTH = 80;

  /** As people read it at the spoke, which asks the hub. */
  List<String> atSpoke() throws IOException, InterruptedException {
    return lines(run("spoke", gateway.spoke().admin()));
  }

  List<String> atHub() throws IOException, InterruptedException {
    return lines(run("hub", gateway.hub().address()));
  }

  /** As scripts read it. */
  JsonNode jsonAtSpoke() throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(run("spoke", gateway.spoke().admin(), "--json"));
  }

  JsonNode jsonAtHub() throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(run("hub", gateway.hub().address(), "--json"));
  }

  private String run(String service, URI address, String... more)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(service, "trace", study, "--url"));
    words.add(address.toString());
    words.addAll(List.of(more));
    Command command = Command.gateway(words);
    assertThat(command.exitCode()).as(command.output()).isZero();
    return command.output();
  }

  private static List<String> lines(String text) {
    List<String> lines = text.lines().toList();
    assertThat(lines).as(text).allMatch(line -> line.length() <= WIDTH);
    return lines;
  }
}
