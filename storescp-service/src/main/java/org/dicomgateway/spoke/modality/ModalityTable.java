package org.dicomgateway.spoke.modality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The modalities that are known.
 *
 * @param unknown what becomes of all others
 */
public record ModalityTable(UnknownModalities unknown, List<Modality> modalities) {
  public ModalityTable {
    modalities = List.copyOf(modalities);
  }

  /** The one that calls, if it is known. */
  public Optional<Modality> calling(String aeTitle, String host) {
    return modalities.stream().filter(one -> one.isCalled(aeTitle, host)).findFirst();
  }

  public Optional<Modality> named(String name) {
    return modalities.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  ModalityTable with(Modality more) {
    return new ModalityTable(unknown, Stream.concat(modalities.stream(), Stream.of(more)).toList());
  }

  ModalityTable without(String name) {
    return new ModalityTable(
        unknown, modalities.stream().filter(one -> !one.name().equals(name)).toList());
  }

  ModalityTable with(UnknownModalities other) {
    return new ModalityTable(other, modalities);
  }

  /** As {@link ModalityFile} reads it. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("unknown-modalities: " + unknown.word());
    lines.add(modalities.isEmpty() ? "modalities: []" : "modalities:");
    for (Modality one : modalities) {
      lines.add("  - name: " + quoted(one.name()));
      lines.add("    ae-title: " + quoted(one.aeTitle()));
      one.address().ifPresent(address -> lines.add("    address: '" + address + "'"));
      one.port().ifPresent(port -> lines.add("    port: " + port));
      if (!one.description().isEmpty()) {
        lines.add("    description: " + quoted(one.description()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
