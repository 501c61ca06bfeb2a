package org.dicomgateway.dicom.dictionary;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.VR;

/** Value representations of private elements whose makers published them (PS3.5 §7.8). */
final class PrivateElements {
  private static final String TABLE = "\n" + DictionaryResource.text("private.tsv");

  /** By creator: by group and element, the element without its block if that may be any. */
  private static final Map<String, Map<Integer, VR>> CREATORS = new ConcurrentHashMap<>();

  private PrivateElements() {}

  static VR vrOf(int tag, Attributes context) {
    int element = tag & 0xFFFF;
    if (element <= 0xFF) {
      return element >= 0x10 ? VR.LO : VR.UN;
    }
    return context
        .string(tag & 0xFFFF0000 | element >>> 8)
        .map(creator -> vrOf(creator, tag))
        .orElse(VR.UN);
  }

  private static VR vrOf(String creator, int tag) {
    Map<Integer, VR> elements = CREATORS.get(creator);
    if (elements == null) {
      elements = read(creator);
      if (elements.isEmpty()) {
        return VR.UN; // Not remembered: there is no end of names that nobody knows.
      }
      CREATORS.put(creator, elements);
    }
    VR vr = elements.get(tag & 0xFFFF00FF);
    return vr == null ? elements.getOrDefault(tag, VR.UN) : vr;
  }

  /** The lines of one creator, which stand together. */
  private static Map<Integer, VR> read(String creator) {
    Map<Integer, VR> elements = new HashMap<>();
    String start = "\n" + creator + "\t";
    for (int line = TABLE.indexOf(start); line >= 0; line = TABLE.indexOf(start, line + 1)) {
      add(TABLE.substring(line + start.length(), TABLE.indexOf('\n', line + 1)), elements);
    }
    return elements;
  }

  private static void add(String line, Map<Integer, VR> elements) {
    String[] fields = line.split("\t");
    String[] groups = fields[0].split("-");
    int first = Integer.parseInt(groups[0], 16);
    int last = Integer.parseInt(groups[groups.length - 1], 16);
    int element = Integer.parseInt(fields[1], 16);
    VR vr = fields[2].equals("OB/OW") ? VR.OW : VR.valueOf(fields[2]);
    for (int group = first; group <= last; group += 2) {
      elements.put(group << 16 | element, vr);
    }
  }
}
