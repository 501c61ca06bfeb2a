package org.dicomgateway.spoke.versions;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads parts of a YAML text, and tells where one is not what it should be. For one thread. */
public final class NodeReader {
  private final Problems problems;

  public NodeReader(Problems problems) {
    this.problems = problems;
  }

  /** A line {@code word: value}. */
  public record Entry(ScalarNode key, Node value) {
    public String word() {
      return key.getValue();
    }
  }

  /** To which what is wrong is added. */
  public Problems problems() {
    return problems;
  }

  /** A whole text; empty if there is nothing in it, or, with a problem, if it is no YAML. */
  public Optional<Node> compose(String text) {
    try {
      return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      problems.add(e.getProblemMark(), "this is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.addAtStart("this is no YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  /**
   * Lines by their word, in the order of the file.
   *
   * @param what it is, for people
   */
  public List<Entry> entries(Node node, String what) {
    List<Entry> entries = new ArrayList<>();
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, "%s consists of lines 'word: value'".formatted(what));
      return entries;
    }
    Map<String, Node> seen = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(tuple.getKeyNode(), "%s consists of lines 'word: value'".formatted(what));
      } else if (seen.put(key.getValue(), key) != null) {
        problems.add(key, "'%s' stands here twice; leave one".formatted(key.getValue()));
      } else {
        entries.add(new Entry(key, tuple.getValueNode()));
      }
    }
    return entries;
  }

  /** The text behind a word and where it stands; empty if there is none. */
  public static Map<String, Node> scalars(Node node, String word) {
    Map<String, Node> found = new HashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && key.getValue().equals(word)
            && tuple.getValueNode() instanceof ScalarNode value) {
          found.put(value.getValue().strip(), value);
        }
      }
    }
    return found;
  }

  /** There is a word here that means nothing. */
  public void unknown(Entry entry, Iterable<String> words) {
    problems.add(
        entry.key(),
        "there is no '%s' here; write one of %s".formatted(entry.word(), String.join(", ", words)));
  }

  /** One text; empty, and a problem, if it is something else or nothing. */
  public Optional<String> text(Node node) {
    if (node instanceof ScalarNode scalar
        && !scalar.getTag().equals(Tag.NULL)
        && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip());
    }
    problems.add(node, "a text is missing here");
    return Optional.empty();
  }

  /** One text, or a list of some. */
  public List<String> texts(Node node) {
    return parsedTexts(node, Function.identity());
  }

  /**
   * One text, or a list of some, each understood.
   *
   * @param parser throws IllegalArgumentException with what is wrong
   */
  public <T> List<T> parsedTexts(Node node, Function<String, T> parser) {
    return items(node).stream()
        .map(item -> parsed(item, parser).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Likewise of one. */
  public <T> Optional<T> parsed(Node node, Function<String, T> parser) {
    Optional<String> text = text(node);
    try {
      return text.map(parser);
    } catch (IllegalArgumentException e) {
      problems.add(node, e.getMessage());
      return Optional.empty();
    }
  }

  /** What a list holds, or the one thing that stands for a list of it. */
  public List<Node> items(Node node) {
    if (!(node instanceof SequenceNode list)) {
      return List.of(node);
    }
    if (list.getValue().isEmpty()) {
      problems.add(node, "this list is empty");
    }
    return list.getValue();
  }

  /** A truth value. */
  public Optional<Boolean> yesOrNo(Node node) {
    return parsed(
        node,
        text ->
            switch (text) {
              case "yes", "true" -> true;
              case "no", "false" -> false;
              default ->
                  throw new IllegalArgumentException("'%s' is not yes or no".formatted(text));
            });
  }

  /** A constant by its word in lower case. */
  public <E extends Enum<E>> Optional<E> constant(Node node, Class<E> type) {
    return parsed(
        node,
        text -> {
          Map<String, E> words = new HashMap<>();
          for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT), constant);
          }
          if (!words.containsKey(text)) {
            throw new IllegalArgumentException(
                "'%s' is not one of %s"
                    .formatted(text, String.join(", ", new TreeSet<>(words.keySet()))));
          }
          return words.get(text);
        });
  }
}
