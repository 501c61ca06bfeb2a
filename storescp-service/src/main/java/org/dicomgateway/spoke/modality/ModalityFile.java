package org.dicomgateway.spoke.modality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.spoke.versions.NodeReader;
import org.dicomgateway.spoke.versions.NodeReader.Entry;
import org.dicomgateway.spoke.versions.Problem;
import org.dicomgateway.spoke.versions.Problems;
import org.dicomgateway.spoke.versions.UnusableTextException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a file of modalities as a whole.
 *
 * <pre>
 * unknown-modalities: hold
 * modalities:
 *   - name: CT 1
 *     ae-title: CT1
 *     address: 10.1.2.3      # or 10.1.0.0/16; may be left out
 *     port: 104              # where it answers C-ECHO; may be left out
 *     description: emergency room
 * </pre>
 */
final class ModalityFile {
  /** A file that cannot be used; nothing of it is. */
  static final class UnusableException extends UnusableTextException {
    UnusableException(List<Problem> problems) {
      super(problems);
    }
  }

  private static final List<String> WORDS =
      List.of("name", "ae-title", "address", "port", "description");

  private final Problems problems = new Problems();
  private final NodeReader nodes = new NodeReader(problems);
  private final Set<String> names = new HashSet<>();
  private UnknownModalities unknown;
  private final List<Modality> modalities = new ArrayList<>();

  private ModalityFile(UnknownModalities preset) {
    this.unknown = preset;
  }

  /**
   * Reads modalities.
   *
   * @param preset what becomes of unknown ones if the text does not say it
   * @throws UnusableException with all that is wrong
   */
  static ModalityTable parse(String text, UnknownModalities preset) throws UnusableException {
    ModalityFile file = new ModalityFile(preset);
    file.nodes.compose(text).ifPresent(file::read);
    file.problems.throwIfAny(UnusableException::new);
    return new ModalityTable(file.unknown, file.modalities);
  }

  private void read(Node content) {
    for (Entry entry : nodes.entries(content, "a file of modalities")) {
      switch (entry.word()) {
        case "unknown-modalities" ->
            nodes.parsed(entry.value(), UnknownModalities::parse).ifPresent(read -> unknown = read);
        case "modalities" -> list(entry.value()).forEach(this::modality);
        default -> nodes.unknown(entry, List.of("unknown-modalities", "modalities"));
      }
    }
  }

  private List<Node> list(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    problems.add(node, "'modalities' is a list: begin each with '- name: …'");
    return List.of();
  }

  private void modality(Node node) {
    Optional<String> name = Optional.empty();
    Optional<String> title = Optional.empty();
    Optional<Network> address = Optional.empty();
    Optional<Integer> port = Optional.empty();
    Optional<String> description = Optional.empty();
    for (Entry entry : nodes.entries(node, "a modality")) {
      switch (entry.word()) {
        case "name" -> name = nodes.text(entry.value());
        case "ae-title" -> title = nodes.parsed(entry.value(), ApplicationEntity::checkTitle);
        case "address" -> address = nodes.parsed(entry.value(), Network::parse);
        case "port" -> port = nodes.parsed(entry.value(), ModalityFile::port);
        case "description" -> description = nodes.text(entry.value());
        default -> nodes.unknown(entry, WORDS);
      }
    }
    if (name.isEmpty() || !names.add(name.get())) {
      problems.add(node, "a modality needs a name of its own: 'name: …'");
    }
    if (title.isEmpty()) {
      problems.add(node, "a modality needs the AE title that it calls itself: 'ae-title: …'");
    }
    modalities.add(
        new Modality(name.orElse(""), title.orElse(""), address, port, description.orElse("")));
  }

  /** A TCP port. */
  static int port(String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "'%s' is no port; write a number from 1 to 65535".formatted(text));
    }
    return port;
  }
}
