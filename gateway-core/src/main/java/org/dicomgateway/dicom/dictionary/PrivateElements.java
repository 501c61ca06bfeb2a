package org.dicomgateway.dicom.dictionary;

import java.util.HashMap;
import java.util.Map;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.VR;

/** Value representations of private elements whose makers published them (PS3.5 §7.8). */
final class PrivateElements {

  /** An element within a block that a creator reserved, whichever block that is in a data set. */
  private record Key(String creator, int group, int element) {}

  private static final Map<Key, VR> TABLE = read();

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
    VR vr = TABLE.get(new Key(creator, tag >>> 16, tag & 0xFF));
    return vr == null ? TABLE.getOrDefault(new Key(creator, tag >>> 16, tag & 0xFFFF), VR.UN) : vr;
  }

  private static Map<Key, VR> read() {
    Map<Key, VR> table = new HashMap<>();
    DictionaryResource.text("private.tsv")
        .lines()
        .map(line -> line.split("\t"))
        .forEach(
            fields -> {
              String[] groups = fields[1].split("-");
              int first = Integer.parseInt(groups[0], 16);
              int last = Integer.parseInt(groups[groups.length - 1], 16);
              int element = Integer.parseInt(fields[2], 16);
              VR vr = fields[3].equals("OB/OW") ? VR.OW : VR.valueOf(fields[3]);
              for (int group = first; group <= last; group += 2) {
                table.put(new Key(fields[0], group, element), vr);
              }
            });
    return table;
  }
}
