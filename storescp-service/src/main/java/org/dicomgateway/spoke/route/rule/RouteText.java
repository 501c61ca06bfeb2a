package org.dicomgateway.spoke.route.rule;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a file of routes, changed rule by rule; all that is not changed stays as people wrote
 * it, comments too. Immutable.
 */
public final class RouteText {
  private final List<String> lines;
  private final List<Part> rules;

  /**
   * Lines of a rule with the comments right before it.
   *
   * @param end not included
   */
  private record Part(String name, int begin, int end, int indent) {}

  private RouteText(List<String> lines, List<Part> rules) {
    this.lines = lines;
    this.rules = rules;
  }

  /**
   * Takes a text that {@link RouteFile} has read.
   *
   * @throws IllegalArgumentException if its rules do not stand below each other
   */
  public static RouteText of(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    return new RouteText(lines, parts(text, lines));
  }

  private static List<Part> parts(String text, List<String> lines) {
    List<Node> items = items(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    List<Part> parts = new ArrayList<>();
    int begin = -1;
    for (Node item : items) {
      int line = item.getStartMark().getLine();
      int first = beginWithComments(lines, line);
      if (!parts.isEmpty()) {
        parts.add(closed(parts.removeLast(), first));
      }
      begin = first;
      parts.add(new Part(name(item), begin, lines.size(), lines.get(line).indexOf('-')));
    }
    return parts;
  }

  private static Part closed(Part part, int end) {
    return new Part(part.name(), part.begin(), end, part.indent());
  }

  private static int beginWithComments(List<String> lines, int line) {
    int begin = line;
    while (begin > 0 && lines.get(begin - 1).strip().startsWith("#")) {
      begin--;
    }
    return begin;
  }

  private static List<Node> items(Node file) {
    if (file instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getValueNode() instanceof SequenceNode list && !list.getValue().isEmpty()) {
          if (list.getFlowStyle() == FlowStyle.FLOW) {
            throw new IllegalArgumentException(
                "the rules stand in one line; write each below the other, beginning with '- name:'");
          }
          return list.getValue();
        }
      }
    }
    return List.of();
  }

  private static String name(Node rule) {
    for (NodeTuple entry : ((MappingNode) rule).getValue()) {
      if (((ScalarNode) entry.getKeyNode()).getValue().equals("name")) {
        return ((ScalarNode) entry.getValueNode()).getValue().strip();
      }
    }
    return "";
  }

  /** What the rules are called, in their order. */
  public List<String> names() {
    return rules.stream().map(Part::name).toList();
  }

  /**
   * A rule's lines.
   *
   * @throws NoSuchElementException if there is no such rule
   */
  public String rule(String name) {
    Part part = part(name);
    return String.join("\n", lines.subList(part.begin(), part.end())) + "\n";
  }

  /**
   * With one rule more.
   *
   * @param rule its lines, the first beginning with {@code - name:}
   * @param before the rule it is put before; empty: at the end
   * @throws NoSuchElementException if there is no such rule
   */
  public String with(List<String> rule, Optional<String> before) {
    List<String> changed = new ArrayList<>(lines);
    if (rules.isEmpty()) {
      changed.removeIf(line -> line.strip().matches("routes:\\s*(\\[\\s*])?"));
      changed.add("routes:");
    }
    int at = before.map(name -> part(name).begin()).orElse(changed.size());
    String indent = " ".repeat(rules.isEmpty() ? 2 : rules.getFirst().indent());
    changed.addAll(at, rule.stream().map(line -> indent + line).toList());
    return text(changed);
  }

  /**
   * Without a rule.
   *
   * @throws NoSuchElementException if there is no such rule
   */
  public String without(String name) {
    Part part = part(name);
    List<String> changed = new ArrayList<>(lines);
    changed.subList(part.begin(), part.end()).clear();
    if (rules.size() == 1) {
      changed.replaceAll(line -> line.strip().equals("routes:") ? "routes: []" : line);
    }
    return text(changed);
  }

  private Part part(String name) {
    return rules.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "there is no rule '%s'; there are %s"
                        .formatted(name, String.join(", ", names()))));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
