package org.dicomgateway.spoke.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names for files of any text, such as every file system in use takes. */
final class FileNames {
  /** As long as a UID, and as most text in DICOM. */
  private static final int MOST_CHARACTERS = 64;

  /** Of UTF-8: most file systems have 255, for the ending too. */
  private static final int MOST_BYTES = 240;

  /** Not in names of Windows and its shares, of which / and NUL are nowhere. */
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\p{Cntrl}\\p{Cf}<>:\"/\\\\|?*]+");

  /** Devices of Windows, with any ending. */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
          "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
          "lpt8", "lpt9");

  private FileNames() {}

  /**
   * A name for a file or folder.
   *
   * @param otherwise if nothing is left of the text; a name itself
   */
  static String of(String text, String otherwise) {
    String safe =
        NOT_IN_NAMES
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
            .replaceAll("_")
            .strip()
            .replaceAll("\\s+", " ");
    String name = withoutEndThatIsLost(shortened(safe));
    if (name.isBlank() || name.chars().allMatch(c -> c == '_' || c == '.')) {
      return otherwise;
    }
    String beforeDot = name.toLowerCase(Locale.ROOT).replaceFirst("[. ].*", "");
    return DEVICES.contains(beforeDot) ? "_" + name : name;
  }

  private static String shortened(String text) {
    String left = text;
    while (left.codePointCount(0, left.length()) > MOST_CHARACTERS
        || left.getBytes(UTF_8).length > MOST_BYTES) {
      left = left.substring(0, left.offsetByCodePoints(left.length(), -1));
    }
    return left;
  }

  /** Windows drops dots and blanks at the end; one at the beginning would hide the file. */
  private static String withoutEndThatIsLost(String text) {
    return text.replaceFirst("[. ]+$", "").replaceFirst("^\\.", "_");
  }
}
