package org.dicomgateway.dicom.json;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dicomgateway.dicom.data.Attributes;
import tools.jackson.databind.JsonNode;

/** Holds a data set's JSON against a peer's, attribute by attribute into the items of sequences. */
final class DataSetComparison {
  private final String file;
  private final List<Difference> differences = new ArrayList<>();
  private int attributes;

  DataSetComparison(String file) {
    this.file = file;
  }

  List<Difference> differences() {
    return differences;
  }

  /** How many attributes were compared. */
  int attributes() {
    return attributes;
  }

  /**
   * @param path of the item, with a slash at its end
   * @param dataSet that our JSON was made of
   */
  void compare(String path, Attributes dataSet, JsonNode ours, JsonNode theirs) {
    SortedSet<String> tags = new TreeSet<>(ours.propertyNames());
    tags.addAll(theirs.propertyNames());
    for (String tag : tags) {
      attributes++;
      int number = Integer.parseUnsignedInt(tag, 16);
      JsonNode our = ours.path(tag);
      JsonNode their = theirs.path(tag);
      if (our.path("vr").asString("").equals("SQ") && haveAsManyItems(our, their)) {
        compareItems(path + tag, dataSet.items(number), our.path("Value"), their.path("Value"));
        continue;
      }
      new AttributeComparison(tag, dataSet.bytes(number), our, their)
          .kind()
          .map(kind -> new Difference(file, path + tag, kind, our.toString(), their.toString()))
          .ifPresent(differences::add);
    }
  }

  private static boolean haveAsManyItems(JsonNode ours, JsonNode theirs) {
    return theirs.path("vr").asString("").equals("SQ")
        && !ours.path("Value").isEmpty()
        && ours.path("Value").size() == theirs.path("Value").size();
  }

  private void compareItems(String path, List<Attributes> items, JsonNode ours, JsonNode theirs) {
    for (int i = 0; i < items.size(); i++) {
      compare(path + "/" + (i + 1) + "/", items.get(i), ours.get(i), theirs.get(i));
    }
  }
}
