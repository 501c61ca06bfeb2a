package org.dicomgateway.spoke.route.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.versions.NodeReader;
import org.dicomgateway.spoke.versions.NodeReader.Entry;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a rule does. For one thread. */
final class ActionsReader {
  static final Set<String> WORDS =
      new TreeSet<>(Set.of("send", "urgency", "hold", "drop", "compress", "set", "remove"));

  private final NodeReader nodes;
  private final Set<String> destinations;

  ActionsReader(NodeReader nodes, Set<String> destinations) {
    this.nodes = nodes;
    this.destinations = new TreeSet<>(destinations);
  }

  /**
   * Reads them.
   *
   * @param rule what it is called and where, for problems
   * @param entries with {@link #WORDS}
   */
  Actions read(Node rule, List<Entry> entries) {
    Map<String, Node> by = new HashMap<>();
    entries.forEach(entry -> by.put(entry.word(), entry.value()));
    Actions actions =
        new Actions(
            given(by, "send").map(this::destinations).orElse(List.of()),
            given(by, "urgency").flatMap(node -> nodes.constant(node, Urgency.class)),
            given(by, "hold").flatMap(nodes::text).map(ActionsReader::reason),
            given(by, "drop").flatMap(nodes::text),
            given(by, "compress").flatMap(nodes::yesOrNo),
            new ChangesReader(nodes).read(given(by, "set"), given(by, "remove")));
    if (actions.drop().isPresent() && !actions.destinations().isEmpty()) {
      nodes.problems().add(by.get("drop"), "a rule cannot both send and drop; leave one");
    }
    if (actions.drop().isPresent() && !actions.changes().isEmpty()) {
      nodes
          .problems()
          .add(by.get("drop"), "a rule cannot both change attributes and drop; leave one");
    }
    return actions;
  }

  private static Optional<Node> given(Map<String, Node> nodes, String word) {
    return Optional.ofNullable(nodes.get(word));
  }

  private static String reason(String text) {
    return text.equals("yes") || text.equals("true") ? "" : text;
  }

  private List<String> destinations(Node node) {
    return nodes.parsedTexts(
        node,
        name -> {
          if (!destinations.contains(name)) {
            throw new IllegalArgumentException(
                "there is no destination '%s'; there are %s. Add it first: gateway spoke destination add"
                    .formatted(name, String.join(", ", destinations)));
          }
          return name;
        });
  }
}
