package org.dicomgateway.spoke.cli;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.dictionary.ElementDictionary;
import org.dicomgateway.dicom.dictionary.UidDictionary;

/**
 * Prints data sets, an element a line, items indented. Keeps its own stack: files nest deeper than
 * a thread's stack allows.
 */
final class Listing {
  private static final int VALUE_WIDTH = 64;
  private static final int BINARY_SHOWN = 16;
  private final PrintWriter out;
  private final Deque<Level> levels = new ArrayDeque<>();

  /** A data set that is being printed, or the items of a sequence. */
  private record Level(Attributes dataSet, Iterator<Element> elements, Iterator<Attributes> items) {
    static Level of(Attributes dataSet) {
      return new Level(dataSet, dataSet.iterator(), null);
    }

    static Level of(List<Attributes> items) {
      return new Level(null, null, items.iterator());
    }
  }

  Listing(PrintWriter out) {
    this.out = out;
  }

  void print(Attributes dataSet) {
    levels.push(Level.of(dataSet));
    while (!levels.isEmpty()) {
      Level level = levels.peek();
      Iterator<?> rest = level.items() == null ? level.elements() : level.items();
      if (!rest.hasNext()) {
        levels.pop();
      } else if (level.items() != null) {
        indent().printf("(item)%n");
        levels.push(Level.of(level.items().next()));
      } else {
        print(level.elements().next(), level.dataSet());
      }
    }
  }

  private void print(Element element, Attributes dataSet) {
    indent()
        .printf(
            "(%04X,%04X) %s %-" + VALUE_WIDTH + "s # %s %s%n",
            element.tag() >>> 16,
            element.tag() & 0xFFFF,
            element.vr(),
            shown(element, dataSet),
            lengthOf(element.value()),
            nameOf(element.tag()));
    if (element.value() instanceof Value.Sequence(List<Attributes> items)) {
      levels.push(Level.of(items));
    }
  }

  private PrintWriter indent() {
    out.print("  ".repeat(levels.size() - 1));
    return out;
  }

  private static String shown(Element element, Attributes dataSet) {
    return switch (element.value()) {
      case Value.Bytes(byte[] bytes) when bytes.length == 0 -> "(no value)";
      case Value.Bytes(byte[] bytes) when element.vr().kind() == VR.Kind.BINARY -> binary(bytes);
      case Value.Bytes _ -> text(element, dataSet);
      case Value.Sequence(List<Attributes> items) -> "(" + items.size() + " items)";
      case Value.BulkData(ByteRange range, boolean _) -> "(at byte " + range.offset() + ")";
      case Value.Fragments(ByteRange _, List<ByteRange> fragments) ->
          "(" + fragments.size() + " fragments)";
    };
  }

  private static String binary(byte[] bytes) {
    int shown = Math.min(bytes.length, BINARY_SHOWN);
    String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
    return bytes.length > shown ? hex + " …" : hex;
  }

  private static String text(Element element, Attributes dataSet) {
    String value = String.join("\\", dataSet.strings(element.tag())).replaceAll("\\p{Cntrl}", " ");
    if (value.length() > VALUE_WIDTH - 2) {
      value = value.substring(0, VALUE_WIDTH - 3) + "…";
    }
    if (element.vr() == VR.UI && UidDictionary.entry(value).isPresent()) {
      return "=" + UidDictionary.nameOf(value);
    }
    return element.vr().isCharacters() ? "[" + value + "]" : value;
  }

  private static String lengthOf(Value value) {
    return switch (value) {
      case Value.Bytes(byte[] bytes) -> Integer.toString(bytes.length);
      case Value.BulkData(ByteRange range, boolean _) -> Long.toString(range.length());
      case Value.Fragments(ByteRange _, List<ByteRange> fragments) ->
          Long.toString(fragments.stream().mapToLong(ByteRange::length).sum());
      case Value.Sequence _ -> "";
    };
  }

  private static String nameOf(int tag) {
    if ((tag & 0xFFFF) == 0) {
      return "Group Length";
    }
    return ElementDictionary.entry(tag)
        .map(ElementDictionary.Entry::name)
        .orElse((tag & 0x10000) != 0 ? "private" : "unknown");
  }
}
