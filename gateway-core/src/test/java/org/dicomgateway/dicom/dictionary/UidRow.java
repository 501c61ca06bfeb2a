package org.dicomgateway.dicom.dictionary;

/** A line of {@code uids.tsv}. */
record UidRow(String uid, String type, String keyword, String name, boolean retired) {

  String line() {
    return String.join("\t", uid, type, keyword, name, retired ? "R" : "");
  }

  static UidRow of(String line) {
    String[] fields = line.split("\t", -1);
    return new UidRow(fields[0], fields[1], fields[2], fields[3], fields[4].equals("R"));
  }
}
