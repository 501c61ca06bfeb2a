package org.dicomgateway.spoke.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dicomgateway.dicom.data.Attributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is changed in an instance on its way out; what the spool holds stays as it was received.
 * Attributes are named by keyword, or by eight hexadecimal digits if they have none. Immutable.
 *
 * @param set values by attribute, empty for no value; replaces or adds
 * @param remove attributes that are left out
 */
public record AttributeChanges(Map<String, List<String>> set, Set<String> remove) {
  public static final AttributeChanges NONE = new AttributeChanges(Map.of(), Set.of());

  private static final JsonMapper JSON = new JsonMapper();

  public AttributeChanges {
    Map<String, List<String>> values = new TreeMap<>();
    set.forEach((attribute, its) -> values.put(attribute, List.copyOf(its)));
    set = Collections.unmodifiableMap(values);
    remove = Collections.unmodifiableSet(new TreeSet<>(remove));
  }

  @JsonIgnore
  public boolean isEmpty() {
    return set.isEmpty() && remove.isEmpty();
  }

  /** Both; of an attribute that both name, these say what becomes of it. */
  public AttributeChanges and(AttributeChanges later) {
    Map<String, List<String>> values = new TreeMap<>(later.set);
    Set<String> removed = new TreeSet<>(later.remove);
    values.keySet().removeAll(remove);
    removed.removeAll(set.keySet());
    values.putAll(set);
    removed.addAll(remove);
    return new AttributeChanges(values, removed);
  }

  /** What they would do to a data set, as far as it was read. */
  public List<ChangedValue> differences(Attributes dataSet) {
    return new Coercion(dataSet, this).differences();
  }

  /** As text that {@link #parse} understands; the same of what is equal. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /**
   * What {@link #json} wrote.
   *
   * @throws tools.jackson.core.JacksonException if it did not
   */
  public static AttributeChanges parse(String json) {
    return JSON.readValue(json, AttributeChanges.class);
  }
}
