package org.dicomgateway.spoke.route.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dicomgateway.spoke.versions.NodeReader;
import org.dicomgateway.spoke.versions.NodeReader.Entry;
import org.dicomgateway.spoke.versions.Problems;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a file of routes as a whole.
 *
 * <pre>
 * routes:
 *   - name: ultrasound is stat
 *     when: { modality: US }
 *     send: hub
 *     urgency: stat
 * </pre>
 *
 * docs/operations.md tells all words.
 */
public final class RouteFile {
  private static final Set<String> WORDS = words();

  private final Problems problems = new Problems();
  private final NodeReader nodes = new NodeReader(problems);
  private final ConditionReader conditions = new ConditionReader(nodes);
  private final ActionsReader actions;
  private final Map<String, Integer> lines = new HashMap<>();

  private RouteFile(Set<String> destinations) {
    this.actions = new ActionsReader(nodes, destinations);
  }

  private static Set<String> words() {
    Set<String> words = new TreeSet<>(ActionsReader.WORDS);
    words.addAll(Set.of("name", "when", "continue"));
    return words;
  }

  /**
   * Reads rules.
   *
   * @param text nothing, or comments only: everything goes to the hub
   * @param destinations those there are, by name
   * @throws RouteFileException with all that is wrong
   */
  public static RouteTable parse(String text, Set<String> destinations) throws RouteFileException {
    RouteFile file = new RouteFile(destinations);
    RouteTable table = file.read(text);
    file.problems.throwIfAny(RouteFileException::new);
    return table;
  }

  private RouteTable read(String text) {
    List<Rule> rules = new ArrayList<>();
    Optional<Node> content = nodes.compose(text);
    if (content.isEmpty()) {
      return RouteTable.EVERYTHING_TO_THE_HUB;
    }
    for (Entry entry : nodes.entries(content.get(), "a file of routes")) {
      if (entry.word().equals("routes")) {
        rules(entry.value()).forEach(node -> rules.add(rule(node)));
      } else {
        nodes.unknown(entry, List.of("routes"));
      }
    }
    return new RouteTable(rules);
  }

  /** None is allowed: then nothing is routed until there are some. */
  private List<Node> rules(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    problems.add(node, "'routes' is a list: begin each rule with '- name: …'");
    return List.of();
  }

  private Rule rule(Node node) {
    Optional<String> name = Optional.empty();
    Condition when = new Condition.All(List.of());
    boolean goesOn = false;
    boolean understood = true;
    List<Entry> does = new ArrayList<>();
    for (Entry entry : nodes.entries(node, "a rule")) {
      switch (entry.word()) {
        case "name" -> {
          name = nodes.text(entry.value());
          name.ifPresent(text -> checkUnique(text, entry.value()));
        }
        case "when" -> when = conditions.read(entry.value());
        case "continue" -> goesOn = nodes.yesOrNo(entry.value()).orElse(false);
        default -> {
          if (WORDS.contains(entry.word())) {
            does.add(entry);
          } else {
            nodes.unknown(entry, WORDS);
            understood = false;
          }
        }
      }
    }
    Actions actions = this.actions.read(node, does);
    if (name.isEmpty()) {
      problems.add(node, "a rule needs a name of its own: 'name: …'");
    }
    if (understood) {
      checkEffect(node, does, goesOn);
    }
    return new Rule(name.orElse(""), node.getStartMark().getLine() + 1, when, actions, goesOn);
  }

  private void checkEffect(Node node, List<Entry> does, boolean goesOn) {
    boolean says = does.stream().anyMatch(e -> Set.of("send", "hold", "drop").contains(e.word()));
    if (!says && !goesOn) {
      problems.add(
          node,
          "this rule says not what becomes of instances; write send, hold or drop, or 'continue:"
              + " yes' if later rules say it");
    } else if (does.isEmpty()) {
      problems.add(node, "this rule does nothing; write what it does, or remove it");
    }
  }

  private void checkUnique(String name, Node node) {
    int line = node.getStartMark().getLine() + 1;
    Integer other = lines.putIfAbsent(name, line);
    if (other != null) {
      problems.add(node, "there is a rule '%s' in line %d already".formatted(name, other));
    }
  }
}
