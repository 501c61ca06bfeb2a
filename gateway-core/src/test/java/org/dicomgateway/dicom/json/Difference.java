package org.dicomgateway.dicom.json;

/**
 * One place where a peer's JSON is not ours.
 *
 * @param file path in the folder of real files
 * @param path tag, or tag/item/tag within sequences
 */
record Difference(String file, String path, Kind kind, String ours, String theirs) {

  /**
   * What makes the two differ; each is one thing and nothing else, as {@link AttributeComparison}
   * finds it.
   */
  enum Kind {
    /** The peer has a group length. */
    GROUP_LENGTH,
    /** A sequence without items: no Value here, an empty one there. */
    EMPTY_SEQUENCE,
    /** An empty value among several: null here, an empty string there. */
    EMPTY_MEMBER,
    /** The peer says that the character set is ISO_IR 192, whatever the file says. */
    CHARACTER_SET_REWRITTEN,
    /** The peer leaves out the carets at a name's end. */
    TRAILING_CARETS,
    /** The peer keeps spaces or zeros that fill a text up. */
    TRAILING_PADDING,
    /** A value of nothing but padding: no Value here, null there. */
    BLANK_VALUE,
    /** Text whose escape sequences or bytes the peer has not decoded. */
    NOT_DECODED,
    /** Numbers that differ in the last two binary digits of a double. */
    LAST_DIGIT,
    /** The peer adds a byte to a value of odd length. */
    PADDED_TO_EVEN,
    /** The peer leaves words in big endian. */
    NOT_SWAPPED,
    /** The same bytes, but the peer does not say what they are: UN. */
    LEFT_UNKNOWN,
    /** Items here, bytes there that are the same items, but the peer says UN. */
    SEQUENCE_LEFT_UNKNOWN,
    /** Here the file is damaged where the peer reads on; what is before is compared. */
    DAMAGED,
    /** The peer prints nothing at all. */
    REFUSED,
    /** Anything else. */
    OTHER
  }

  @Override
  public String toString() {
    return "%s %s %s: ours %s, theirs %s"
        .formatted(file, path, kind, shortened(ours), shortened(theirs));
  }

  private static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }
}
