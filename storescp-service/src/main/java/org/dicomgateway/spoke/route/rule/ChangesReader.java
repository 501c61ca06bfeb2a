package org.dicomgateway.spoke.route.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.change.ChangeableAttribute;
import org.dicomgateway.spoke.versions.NodeReader;
import org.dicomgateway.spoke.versions.NodeReader.Entry;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads which attributes a rule sets and removes. For one thread. */
final class ChangesReader {
  private final NodeReader nodes;

  ChangesReader(NodeReader nodes) {
    this.nodes = nodes;
  }

  /**
   * Reads both; what is wrong is left out.
   *
   * @param set {@code {PatientID: …}}
   * @param remove names
   */
  AttributeChanges read(Optional<Node> set, Optional<Node> remove) {
    Map<String, List<String>> values = new HashMap<>();
    set.ifPresent(
        node ->
            nodes.entries(node, "what is set").forEach(entry -> read(entry).forEach(values::put)));
    Set<String> removed = new HashSet<>();
    remove.ifPresent(
        node ->
            removed.addAll(
                nodes.parsedTexts(
                    node,
                    text -> {
                      String name = ChangeableAttribute.parse(text).name();
                      if (values.containsKey(name)) {
                        throw new IllegalArgumentException(
                            "%s is set and removed; leave one".formatted(name));
                      }
                      return name;
                    })));
    return new AttributeChanges(values, removed);
  }

  private Map<String, List<String>> read(Entry entry) {
    ChangeableAttribute attribute;
    try {
      attribute = ChangeableAttribute.parseSettable(entry.word());
    } catch (IllegalArgumentException e) {
      nodes.problems().add(entry.key(), e.getMessage());
      return Map.of();
    }
    List<String> values = isEmpty(entry.value()) ? List.of() : nodes.texts(entry.value());
    try {
      attribute.check(values);
      return Map.of(attribute.name(), values);
    } catch (IllegalArgumentException e) {
      nodes.problems().add(entry.value(), e.getMessage());
      return Map.of();
    }
  }

  /** {@code ''}: there, but without a value. */
  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar
        && !scalar.getTag().equals(Tag.NULL)
        && scalar.getValue().isEmpty();
  }
}
