package org.dicomgateway.spoke.destination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.spoke.versions.NodeReader;
import org.dicomgateway.spoke.versions.NodeReader.Entry;
import org.dicomgateway.spoke.versions.Problems;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a file of destinations as a whole.
 *
 * <pre>
 * destinations:
 *   - name: pacs
 *     type: dicom
 *     ae-title: PACS
 *     host: 10.0.0.5
 *     port: 104
 *     hours: mon-fri 19:00-06:00
 * </pre>
 *
 * docs/operations.md tells all words.
 */
public final class DestinationFile {
  private final Problems problems = new Problems();
  private final NodeReader nodes = new NodeReader(problems);
  private final DestinationReader destinations;
  private final Map<String, Integer> lines = new HashMap<>();

  private DestinationFile(String callingAeTitle) {
    this.destinations = new DestinationReader(nodes, callingAeTitle);
  }

  /**
   * Reads destinations.
   *
   * @param callingAeTitle ours, where a destination names no other
   * @throws DestinationFileException with all that is wrong
   */
  public static List<DestinationSettings> parse(String text, String callingAeTitle)
      throws DestinationFileException {
    DestinationFile file = new DestinationFile(callingAeTitle);
    List<DestinationSettings> settings = file.read(text);
    file.problems.throwIfAny(DestinationFileException::new);
    return settings;
  }

  private List<DestinationSettings> read(String text) {
    List<DestinationSettings> all = new ArrayList<>();
    Optional<Node> content = nodes.compose(text);
    if (content.isPresent()) {
      for (Entry entry : nodes.entries(content.get(), "a file of destinations")) {
        if (entry.word().equals("destinations")) {
          for (Node node : items(entry.value())) {
            destinations.read(node).ifPresent(all::add);
            checkUnique(node);
          }
        } else {
          nodes.unknown(entry, List.of("destinations"));
        }
      }
    }
    return all;
  }

  /** None is allowed: then there is the hub alone. */
  private List<Node> items(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    problems.add(node, "'destinations' is a list: begin each with '- name: …'");
    return List.of();
  }

  private void checkUnique(Node node) {
    for (Map.Entry<String, Node> name : NodeReader.scalars(node, "name").entrySet()) {
      int line = name.getValue().getStartMark().getLine() + 1;
      Integer other = lines.putIfAbsent(name.getKey(), line);
      if (other != null) {
        problems.add(
            name.getValue(),
            "there is a destination '%s' in line %d already".formatted(name.getKey(), other));
      }
    }
  }
}
