package org.dicomgateway.dicom.dictionary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code dicom.dic}, {@code private.dic} and {@code dcuid.h} of DCMTK. */
final class DcmtkSource {
  private static final String RETIRED = "RETIRED_";
  private static final Pattern GROUPS = Pattern.compile("\\((\\p{XDigit}{2})00-\\1FF,(.{4})\\)");
  private static final Pattern PRIVATE_TAG =
      Pattern.compile("\\((\\p{XDigit}{4})(?:-o-(\\p{XDigit}{4}))?,\"(.*)\",(\\p{XDigit}+)\\)");
  private static final Pattern UID_MACRO =
      Pattern.compile("#define\\s+UID_(\\w+)\\s+\"([0-9.]*[0-9])\".*");

  private DcmtkSource() {}

  static List<ElementRow> elements(Path dictionary) throws IOException {
    return Files.readAllLines(dictionary, StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.startsWith("("))
        .map(line -> line.split("\t"))
        .filter(fields -> fields[4].startsWith("DICOM") && !fields[2].endsWith("undefined"))
        .map(DcmtkSource::element)
        .toList();
  }

  private static ElementRow element(String[] fields) {
    boolean retired = fields[2].startsWith(RETIRED);
    String keyword = retired ? fields[2].substring(RETIRED.length()) : fields[2];
    Matcher groups = GROUPS.matcher(fields[0]);
    String pattern =
        groups.matches()
            ? groups.group(1) + "xx" + groups.group(2)
            : fields[0].replaceAll("[(),]|-.*", "");
    return new ElementRow(
        pattern.toUpperCase(Locale.ROOT).replace('X', 'x'),
        representations(fields[1], keyword),
        fields[3],
        keyword,
        "",
        retired);
  }

  /** DCMTK's names for what has no VR of its own, or several. */
  private static String representations(String vr, String keyword) {
    return switch (vr) {
      case "xs" -> "US/SS";
      case "ox", "px" -> "OB/OW";
      case "lt" -> keyword.equals("LUTData") ? "US/OW" : "US/SS/OW";
      case "up" -> "UL";
      case "na" -> "";
      default -> vr;
    };
  }

  /** Creator, group or range of groups, element, VR, name. */
  static List<String> privateLines(Path dictionary) throws IOException {
    return Files.readAllLines(dictionary, StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.startsWith("("))
        .map(line -> line.split("\t+"))
        .filter(fields -> !fields[1].equals("UN"))
        .map(DcmtkSource::privateLine)
        .sorted()
        .distinct()
        .toList();
  }

  private static String privateLine(String[] fields) {
    Matcher tag = PRIVATE_TAG.matcher(fields[0]);
    if (!tag.matches()) {
      throw new IllegalArgumentException("no private tag: " + fields[0]);
    }
    String groups = tag.group(2) == null ? tag.group(1) : tag.group(1) + "-" + tag.group(2);
    return String.join(
        "\t",
        tag.group(3),
        groups.toUpperCase(Locale.ROOT),
        tag.group(4).toUpperCase(Locale.ROOT),
        representations(fields[1], ""),
        fields[2]);
  }

  /** What of the standard's UIDs the header names; type and name follow from the macro. */
  static List<UidRow> uids(Path header) throws IOException {
    return Files.readAllLines(header).stream()
        .map(UID_MACRO::matcher)
        .filter(Matcher::matches)
        .filter(macro -> macro.group(2).startsWith("1.2.840.10008."))
        .filter(macro -> !macro.group(1).endsWith("_Prefix"))
        .map(macro -> uid(macro.group(1), macro.group(2)))
        .toList();
  }

  private static UidRow uid(String macro, String uid) {
    boolean syntax = macro.endsWith("TransferSyntax");
    String keyword = macro.replaceAll("^(RETIRED|DICONDE|DRAFT)_|TransferSyntax$", "");
    return new UidRow(
        uid,
        syntax ? "Transfer Syntax" : "SOP Class",
        keyword,
        Words.of(keyword),
        macro.startsWith(RETIRED));
  }
}
