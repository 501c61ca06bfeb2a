package org.dicomgateway.dicom.dictionary;

/**
 * A line of {@code elements.tsv}.
 *
 * @param pattern eight hexadecimal digits, {@code x} for those that may vary
 * @param vr representations with slashes between them
 */
record ElementRow(
    String pattern, String vr, String vm, String keyword, String name, boolean retired) {

  ElementRow with(String newPattern, String newName) {
    return new ElementRow(newPattern, vr, vm, keyword, newName, retired);
  }

  String line() {
    return String.join("\t", pattern, vr, vm, keyword, name, retired ? "R" : "");
  }

  static ElementRow of(String line) {
    String[] fields = line.split("\t", -1);
    return new ElementRow(
        fields[0], fields[1], fields[2], fields[3], fields[4], fields[5].equals("R"));
  }
}
