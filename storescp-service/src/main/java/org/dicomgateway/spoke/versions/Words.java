package org.dicomgateway.spoke.versions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dicomgateway.spoke.versions.NodeReader.Entry;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The lines of one part of a text, each asked for by its word; what nobody has asked for when it is
 * {@link #complete} means nothing. For one thread.
 */
public final class Words {
  private final NodeReader nodes;
  private final Node node;
  private final String what;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final TreeSet<String> asked = new TreeSet<>();
  private final int problemsBefore;

  private Words(NodeReader nodes, Node node, String what) {
    this.nodes = nodes;
    this.node = node;
    this.what = what;
    this.problemsBefore = nodes.problems().count();
    nodes.entries(node, what).forEach(entry -> entries.put(entry.word(), entry));
  }

  /**
   * Takes up a part.
   *
   * @param what it is, for people
   */
  public static Words of(NodeReader nodes, Node node, String what) {
    return new Words(nodes, node, what);
  }

  /** What stands behind a word; empty if it is not there. */
  public Optional<Node> given(String word) {
    asked.add(word);
    return Optional.ofNullable(entries.get(word)).map(Entry::value);
  }

  /** Likewise; that it is not there is a problem. */
  public Optional<Node> required(String word) {
    Optional<Node> given = given(word);
    if (given.isEmpty()) {
      missing("'%s: …'".formatted(word));
    }
    return given;
  }

  /** Something is not there. */
  public void missing(String form) {
    nodes.problems().add(node, "%s needs %s".formatted(what, form));
  }

  /** Whether nothing is wrong with this part; what nobody asked for is. */
  public boolean complete() {
    entries.values().stream()
        .filter(entry -> !asked.contains(entry.word()))
        .forEach(entry -> nodes.unknown(entry, asked));
    return nodes.problems().count() == problemsBefore;
  }
}
