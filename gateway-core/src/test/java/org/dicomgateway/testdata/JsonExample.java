package org.dicomgateway.testdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Whether an answer has the fields of a documented one, of the same kinds, and no others. */
public record JsonExample(JsonNode documented) {

  /** What is other than documented, by its place; nothing if nothing is. */
  public List<String> differences(JsonNode answer) {
    List<String> differences = new ArrayList<>();
    compare("", List.of(documented), answer, differences);
    return differences;
  }

  /** Where an array has several elements in the document, each may show what others do not. */
  private static void compare(
      String place, List<JsonNode> examples, JsonNode answer, List<String> differences) {
    List<JsonNode> known = examples.stream().filter(example -> !example.isNull()).toList();
    if (answer.isNull() || known.isEmpty()) {
      return;
    }
    List<JsonNode> alike =
        known.stream().filter(example -> example.getNodeType() == answer.getNodeType()).toList();
    if (alike.isEmpty()) {
      differences.add(place + " is " + answer.getNodeType() + " and not as documented");
    } else if (answer.isObject()) {
      compareFields(place, alike, answer, differences);
    } else if (answer.isArray()) {
      List<JsonNode> elements = alike.stream().flatMap(JsonExample::elements).toList();
      answer.forEach(element -> compare(place + "[]", elements, element, differences));
    }
  }

  private static void compareFields(
      String place, List<JsonNode> examples, JsonNode answer, List<String> differences) {
    Set<String> names = new TreeSet<>(answer.propertyNames());
    examples.forEach(example -> names.addAll(example.propertyNames()));
    for (String name : names) {
      List<JsonNode> same =
          examples.stream().filter(example -> example.has(name)).map(one -> one.get(name)).toList();
      if (same.isEmpty() || !answer.has(name)) {
        differences.add(
            place + "." + name + (same.isEmpty() ? " is not documented" : " is missing"));
      } else {
        compare(place + "." + name, same, answer.get(name), differences);
      }
    }
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
