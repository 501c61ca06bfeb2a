package org.dicomgateway.dicom.dictionary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code _dicom_dict.py} and {@code _uid_dict.py} of pydicom.
 *
 * @param names of elements by their keywords
 * @param patterns keywords by the tags with {@code x} in them
 */
record PydicomSource(
    Map<String, String> names, Map<String, String> patterns, Map<String, UidRow> uids) {

  private static final Pattern ELEMENT =
      Pattern.compile(
          " *(?:0x(\\p{XDigit}{8})|'([\\p{XDigit}x]{8})'): "
              + "\\('[^']*', '[^']*', (?:\"(.*)\"|'(.*)'), '(?:Retired)?', '(\\w*)'\\),?");
  private static final Pattern UID =
      Pattern.compile(
          " *'([0-9.]+)': \\((?:'(.*?)'|\"(.*?)\"), '(.+?)', (?:'.*?'|\".*?\"), '(.*?)', '(\\w*)'\\),?");

  static PydicomSource read(Path folder) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> patterns = new LinkedHashMap<>();
    for (Matcher element : entries(folder.resolve("_dicom_dict.py"), ELEMENT, 5)) {
      names.put(element.group(5), first(element.group(3), element.group(4)));
      if (element.group(2) != null) {
        patterns.put(element.group(2), element.group(5));
      }
    }
    Map<String, UidRow> uids = new LinkedHashMap<>();
    for (Matcher uid : entries(folder.resolve("_uid_dict.py"), UID, 6)) {
      String name = first(uid.group(2), uid.group(3));
      boolean retired = uid.group(5).equals("Retired");
      uids.put(uid.group(1), new UidRow(uid.group(1), uid.group(4), uid.group(6), name, retired));
    }
    return new PydicomSource(names, patterns, uids);
  }

  /** The indented lines but those without a keyword; every one must be understood. */
  private static List<Matcher> entries(Path file, Pattern entry, int keyword) throws IOException {
    List<Matcher> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("    ")) {
        Matcher matcher = entry.matcher(line);
        if (!matcher.matches()) {
          throw new IllegalArgumentException("no entry of a dictionary: " + line);
        }
        if (!matcher.group(keyword).isEmpty()) {
          entries.add(matcher);
        }
      }
    }
    return entries;
  }

  private static String first(String one, String other) {
    return one == null ? other : one;
  }
}
