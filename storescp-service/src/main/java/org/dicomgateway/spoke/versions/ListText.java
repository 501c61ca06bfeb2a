package org.dicomgateway.spoke.versions;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a file that lists things with names, such as rules, changed one by one; all that is
 * not changed stays as people wrote it, comments too. Immutable.
 */
public final class ListText {
  private final String list;
  private final String item;
  private final List<String> lines;
  private final List<Part> parts;

  /**
   * Lines of one thing with the comments right before it.
   *
   * @param end not included
   */
  private record Part(String name, int begin, int end, int indent) {}

  private ListText(String list, String item, String text) {
    this.list = list;
    this.item = item;
    this.lines = new ArrayList<>(text.lines().toList());
    this.parts = parts(text, lines);
  }

  /**
   * The rules of a text that can be used as routes.
   *
   * @throws IllegalArgumentException if they do not stand below each other
   */
  public static ListText ofRoutes(String text) {
    return new ListText("routes", "rule", text);
  }

  /**
   * The destinations of a text that can be used.
   *
   * @throws IllegalArgumentException if they do not stand below each other
   */
  public static ListText ofDestinations(String text) {
    return new ListText("destinations", "destination", text);
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
                "all stands in one line; write each below the other, beginning with '- name:'");
          }
          return list.getValue();
        }
      }
    }
    return List.of();
  }

  private static String name(Node thing) {
    for (NodeTuple entry : ((MappingNode) thing).getValue()) {
      if (((ScalarNode) entry.getKeyNode()).getValue().equals("name")) {
        return ((ScalarNode) entry.getValueNode()).getValue().strip();
      }
    }
    return "";
  }

  /** Whether there is no more in it than comments, not even an empty list. */
  public boolean hasNothing() {
    return lines.stream()
        .map(String::strip)
        .allMatch(line -> line.isEmpty() || line.startsWith("#"));
  }

  /** What they are called, in their order. */
  public List<String> names() {
    return parts.stream().map(Part::name).toList();
  }

  /**
   * The lines of one.
   *
   * @throws NoSuchElementException if there is no such thing
   */
  public String lines(String name) {
    Part part = part(name);
    return String.join("\n", lines.subList(part.begin(), part.end())) + "\n";
  }

  /**
   * With one more.
   *
   * @param thing its lines, the first beginning with {@code - name:}
   * @param before the one it is put before; empty: at the end
   * @throws NoSuchElementException if there is no such thing
   */
  public String with(List<String> thing, Optional<String> before) {
    List<String> changed = new ArrayList<>(lines);
    if (parts.isEmpty()) {
      changed.removeIf(line -> line.strip().matches(list + ":\\s*(\\[\\s*])?"));
      changed.add(list + ":");
    }
    int at = before.map(name -> part(name).begin()).orElse(changed.size());
    String indent = " ".repeat(parts.isEmpty() ? 2 : parts.getFirst().indent());
    changed.addAll(at, thing.stream().map(line -> indent + line).toList());
    return text(changed);
  }

  /**
   * Without one.
   *
   * @throws NoSuchElementException if there is no such thing
   */
  public String without(String name) {
    Part part = part(name);
    List<String> changed = new ArrayList<>(lines);
    changed.subList(part.begin(), part.end()).clear();
    if (parts.size() == 1) {
      changed.replaceAll(line -> line.strip().equals(list + ":") ? list + ": []" : line);
    }
    return text(changed);
  }

  /**
   * With another value behind a word of one.
   *
   * @param value empty: without the word
   * @throws NoSuchElementException if there is no such thing
   */
  public String with(String name, String word, Optional<String> value) {
    Part part = part(name);
    List<String> its = new ArrayList<>(lines.subList(part.begin(), part.end()));
    String indent = " ".repeat(part.indent() + 2);
    int at = its.indexOf(its.stream().filter(isWord(indent, word)).findFirst().orElse(null));
    if (at >= 0) {
      its.remove(at);
      while (at < its.size() && its.get(at).startsWith(indent + " ")) {
        its.remove(at);
      }
    }
    int end = at >= 0 ? at : its.size();
    value.ifPresent(text -> its.add(end, indent + word + ": '" + text.replace("'", "''") + "'"));
    List<String> changed = new ArrayList<>(lines.subList(0, part.begin()));
    changed.addAll(its);
    changed.addAll(lines.subList(part.end(), lines.size()));
    return text(changed);
  }

  private static Predicate<String> isWord(String indent, String word) {
    return line -> line.startsWith(indent + word + ":");
  }

  private Part part(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "there is no %s '%s'; there are %s"
                        .formatted(item, name, String.join(", ", names()))));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
