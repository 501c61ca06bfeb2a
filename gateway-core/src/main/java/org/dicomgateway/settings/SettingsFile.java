package org.dicomgateway.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * The file {@code gateway.yaml}: a line {@code name: value} for each setting. Values are the text
 * that stands there: a site called {@code no} or a token {@code 0123} is no truth value and no
 * number. Of some settings the value may also be a list, which is taken as that many lines.
 */
public final class SettingsFile {
  private final Path yaml;
  private final Collection<String> known;
  private final Collection<String> lists;

  private SettingsFile(Path yaml, Collection<String> known, Collection<String> lists) {
    this.yaml = yaml;
    this.known = known;
    this.lists = lists;
  }

  /**
   * Reads a file.
   *
   * @param known the settings there are
   * @return values by the setting's name
   * @throws SettingException if it cannot be read, is something else than such lines, or has a line
   *     for something that is not known
   */
  public static Map<String, String> read(Path yaml, Collection<String> known)
      throws SettingException {
    return read(yaml, known, List.of());
  }

  /**
   * Likewise.
   *
   * @param lists those of the settings whose value may be a list
   */
  public static Map<String, String> read(
      Path yaml, Collection<String> known, Collection<String> lists) throws SettingException {
    return new SettingsFile(yaml, known, lists).values();
  }

  private Map<String, String> values() throws SettingException {
    Map<String, String> values = new HashMap<>();
    Node content = content();
    if (content instanceof MappingNode lines) {
      for (NodeTuple line : lines.getValue()) {
        String name = name(line.getKeyNode());
        values.put(name, value(name, line.getValueNode()));
      }
    } else if (content != null && !text(content).isEmpty()) {
      throw malformed(content);
    }
    return values;
  }

  /** Null if there is nothing but comments. */
  private Node content() throws SettingException {
    try (InputStream stream = Files.newInputStream(yaml)) {
      return new Yaml(new LoaderOptions()).compose(new UnicodeReader(stream));
    } catch (NoSuchFileException e) {
      throw new SettingException(yaml + ": there is no such file");
    } catch (IOException e) {
      throw new SettingException("cannot read " + yaml + ": " + e.getMessage());
    } catch (YAMLException e) {
      throw new SettingException(yaml + ": " + e.getMessage());
    }
  }

  private String name(Node key) throws SettingException {
    String name = text(key);
    if (!known.contains(name)) {
      throw new SettingException(
          "%s: no setting '%s'; there are %s".formatted(yaml, name, String.join(", ", known)));
    }
    return name;
  }

  private String value(String name, Node node) throws SettingException {
    if (!(node instanceof SequenceNode list) || !lists.contains(name)) {
      return text(node);
    }
    List<String> lines = new ArrayList<>();
    for (Node line : list.getValue()) {
      lines.add(text(line));
    }
    return String.join("\n", lines);
  }

  private String text(Node node) throws SettingException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
    }
    throw malformed(node);
  }

  private SettingException malformed(Node node) {
    return new SettingException(
        "%s, line %d: not of the form 'name: value'"
            .formatted(yaml, node.getStartMark().getLine() + 1));
  }
}
