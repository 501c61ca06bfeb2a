package org.dicomgateway.dicom.dictionary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of {@code elements.tsv} by tag. Only tags are taken apart when the table is read, the
 * rest of a line when it is asked for: a program that needs three elements starts at once.
 */
final class ElementTable {
  static final ElementTable INSTANCE = new ElementTable(DictionaryResource.text("elements.tsv"));

  /** The digits of a tag that count, in the patterns there are; PS3.6 writes an x for others. */
  private static final int[] MASKS = {0xFF00FFFF, 0xFFFFFF00, 0xFFFFFF0F, 0xFFFF000F, 0xFFFF0000};

  private final String text;
  private int[] tags = new int[6000];
  private int[] lines = new int[6000];

  /** Where lines of patterns start, by the tag with zeros for the digits that may vary. */
  private final Map<Integer, Integer> patterns = new HashMap<>();

  private ElementTable(String text) {
    this.text = text;
    int count = 0;
    for (int line = 0; line < text.length(); line = text.indexOf('\n', line) + 1) {
      if (isPattern(line)) {
        patterns.put(firstTag(line), line);
      } else {
        tags[count] = firstTag(line);
        lines[count++] = line;
      }
    }
    tags = Arrays.copyOf(tags, count);
    lines = Arrays.copyOf(lines, count);
  }

  private boolean isPattern(int line) {
    for (int digit = 0; digit < 8; digit++) {
      if (text.charAt(line + digit) == 'x') {
        return true;
      }
    }
    return false;
  }

  private int firstTag(int line) {
    int tag = 0;
    for (int digit = 0; digit < 8; digit++) {
      char c = text.charAt(line + digit);
      tag = tag << 4 | (c == 'x' ? 0 : Character.digit(c, 16));
    }
    return tag;
  }

  /** Every element, patterns by their first tag. */
  Map<String, Integer> tagsByKeyword() {
    Map<String, Integer> byKeyword = HashMap.newHashMap(tags.length + patterns.size());
    for (int i = 0; i < tags.length; i++) {
      byKeyword.put(keyword(lines[i]), tags[i]);
    }
    patterns.forEach((tag, line) -> byKeyword.put(keyword(line), tag));
    return byKeyword;
  }

  private String keyword(int line) {
    int vr = text.indexOf('\t', line) + 1;
    int vm = text.indexOf('\t', vr) + 1;
    int keyword = text.indexOf('\t', vm) + 1;
    return text.substring(keyword, text.indexOf('\t', keyword));
  }

  /** Pattern, representations, multiplicity, keyword, name, R if retired. */
  Optional<String[]> find(int tag) {
    int line = line(tag);
    return line < 0 ? Optional.empty() : Optional.of(fields(line));
  }

  /** The representations alone: {@code US/SS}; reading implicit VR asks for each element. */
  String representations(int tag) {
    int line = line(tag);
    if (line < 0) {
      return "";
    }
    int start = text.indexOf('\t', line) + 1;
    return text.substring(start, text.indexOf('\t', start));
  }

  /** Where the line of a tag starts; -1 if there is none. */
  private int line(int tag) {
    int index = search(tag);
    if (index >= 0) {
      return lines[index];
    }
    for (int mask : MASKS) {
      Integer line = patterns.get(tag & mask);
      if (line != null && matches(tag, line)) {
        return line;
      }
    }
    return -1;
  }

  private boolean matches(int tag, int line) {
    for (int digit = 0; digit < 8; digit++) {
      char expected = text.charAt(line + digit);
      int found = tag >>> (28 - 4 * digit) & 0xF;
      if (expected != 'x' && Character.digit(expected, 16) != found) {
        return false;
      }
    }
    return true;
  }

  private int search(int tag) {
    int low = 0;
    int high = tags.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compareUnsigned(tags[middle], tag);
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private String[] fields(int line) {
    return text.substring(line, text.indexOf('\n', line)).split("\t", -1);
  }
}
