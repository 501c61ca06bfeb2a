package org.dicomgateway.dimse.service;

import java.util.List;

/**
 * How an operation ended (PS3.7 Annex C; for C-STORE PS3.4 §B.2.3).
 *
 * @param code 0 to 0xFFFF
 */
public record Status(int code) {
  public static final Status SUCCESS = new Status(0x0000);
  public static final Status PROCESSING_FAILURE = new Status(0x0110);
  public static final Status DUPLICATE_SOP_INSTANCE = new Status(0x0111);
  public static final Status MISSING_ATTRIBUTE = new Status(0x0120);
  public static final Status SOP_CLASS_NOT_SUPPORTED = new Status(0x0122);
  public static final Status NOT_AUTHORIZED = new Status(0x0124);
  public static final Status UNRECOGNIZED_OPERATION = new Status(0x0211);
  public static final Status MISTYPED_ARGUMENT = new Status(0x0212);
  public static final Status OUT_OF_RESOURCES = new Status(0xA700);
  public static final Status DATA_SET_DOES_NOT_MATCH_SOP_CLASS = new Status(0xA900);
  public static final Status CANNOT_UNDERSTAND = new Status(0xC000);

  /** What a status means for the operation. */
  public enum Category {
    SUCCESS,
    WARNING,
    FAILURE,
    CANCEL,
    PENDING
  }

  /** A row of the tables: codes that mean the same, and what to do about them. */
  private record Row(int first, int last, Category category, String meaning, String remedy) {
    Row(int code, Category category, String meaning, String remedy) {
      this(code, code, category, meaning, remedy);
    }
  }

  private static final String ASK = "look into the receiver's log";

  private static final List<Row> TABLE =
      List.of(
          new Row(0x0000, Category.SUCCESS, "success", ""),
          new Row(0x0001, Category.WARNING, "requested optional attributes not supported", ""),
          new Row(0x0105, Category.FAILURE, "no such attribute", ASK),
          new Row(0x0106, Category.FAILURE, "invalid attribute value", "check the file's values"),
          new Row(0x0107, Category.WARNING, "attribute list error", ""),
          new Row(0x0110, Category.FAILURE, "processing failure", ASK),
          new Row(0x0111, Category.FAILURE, "duplicate SOP instance", "it is there already"),
          new Row(0x0112, Category.FAILURE, "no such SOP instance", ASK),
          new Row(0x0113, Category.FAILURE, "no such event type", ASK),
          new Row(0x0114, Category.FAILURE, "no such argument", ASK),
          new Row(0x0115, Category.FAILURE, "invalid argument value", "check the file's values"),
          new Row(0x0116, Category.WARNING, "attribute value out of range", ""),
          new Row(0x0117, Category.FAILURE, "invalid SOP instance", "check its SOP Instance UID"),
          new Row(0x0118, Category.FAILURE, "no such SOP class", "let the receiver accept it"),
          new Row(0x0119, Category.FAILURE, "class-instance conflict", "check its SOP Class UID"),
          new Row(0x0120, Category.FAILURE, "missing attribute", "check the file's identifiers"),
          new Row(0x0121, Category.FAILURE, "missing attribute value", "check the file's values"),
          new Row(
              0x0122, Category.FAILURE, "SOP class not supported", "let the receiver accept it"),
          new Row(0x0123, Category.FAILURE, "no such action", ASK),
          new Row(
              0x0124, Category.FAILURE, "not authorized", "let the receiver know this AE title"),
          new Row(0x0210, Category.FAILURE, "duplicate invocation", ASK),
          new Row(0x0211, Category.FAILURE, "unrecognized operation", ASK),
          new Row(0x0212, Category.FAILURE, "mistyped argument", ASK),
          new Row(0x0213, Category.FAILURE, "resource limitation", "free space there, send again"),
          new Row(
              0xA700, 0xA7FF, Category.FAILURE, "out of resources", "free space there, send again"),
          new Row(
              0xA900,
              0xA9FF,
              Category.FAILURE,
              "data set does not match SOP class",
              "check its SOP Class UID"),
          new Row(0xB000, Category.WARNING, "coercion of data elements", ""),
          new Row(0xB006, Category.WARNING, "elements discarded", ""),
          new Row(0xB007, Category.WARNING, "data set does not match SOP class", ""),
          new Row(0xB000, 0xBFFF, Category.WARNING, "warning", ""),
          new Row(
              0xC000,
              0xCFFF,
              Category.FAILURE,
              "cannot understand",
              "check the file: gateway dump FILE"),
          new Row(0xFE00, Category.CANCEL, "cancelled", ""),
          new Row(0xFF00, 0xFF01, Category.PENDING, "pending", ""),
          new Row(0x0000, 0xFFFF, Category.FAILURE, "unknown status", ASK));

  public Category category() {
    return row().category();
  }

  /** The standard's words. */
  public String meaning() {
    return row().meaning();
  }

  /** What a sender can do about it; empty where nothing needs to be done. */
  public String remedy() {
    return row().remedy();
  }

  private Row row() {
    return TABLE.stream()
        .filter(row -> row.first() <= code && code <= row.last())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no status: " + code));
  }

  @Override
  public String toString() {
    return "%04XH %s".formatted(code, meaning());
  }
}
