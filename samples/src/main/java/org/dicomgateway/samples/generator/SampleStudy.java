package org.dicomgateway.samples.generator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One study to be made.
 *
 * @param number from 0; everything else follows from it
 */
record SampleStudy(int number, Kind kind, Patient patient, Hospital hospital) {

  enum Kind {
    CHEST_CT("CT", "CT ngực có tiêm thuốc cản quang"),
    ECHOCARDIOGRAPHY("US", "Siêu âm tim qua thành ngực"),
    ELECTROCARDIOGRAM("ECG", "Điện tâm đồ 12 chuyển đạo");

    final String modality;
    final String description;

    Kind(String modality, String description) {
      this.modality = modality;
      this.description = description;
    }
  }

  /** The first studies; kinds, patients and hospitals take turns. */
  static List<SampleStudy> first(int count) {
    Kind[] kinds = Kind.values();
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                new SampleStudy(
                    number,
                    kinds[number % kinds.length],
                    Patient.ALL.get(number % Patient.ALL.size()),
                    Hospital.ALL.get(number % Hospital.ALL.size())))
        .toList();
  }

  String date() {
    return "202611%02d".formatted(2 + number % 18);
  }

  String time() {
    return "%02d%02d%02d".formatted(8 + number % 9, 7 * (number + 3) % 60, 13 * (number + 2) % 60);
  }

  String accessionNumber() {
    return "CD26%06d".formatted(11407 + 97 * number);
  }

  long seed() {
    return 20261100L + number;
  }

  /** A UID of this study's that depends on nothing but its name (PS3.5 §B.2). */
  String uid(String name) {
    String whole = "dicomgateway sample " + number + " " + name;
    UUID uuid = UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }
}
