package org.dicomgateway.samples.generator;

import java.util.List;

/**
 * Somebody who does not exist.
 *
 * @param name as DICOM writes it (PS3.5 §6.2.1)
 * @param birthDate YYYYMMDD
 * @param sex M or F
 */
record Patient(String id, String name, String birthDate, String sex) {
  static final List<Patient> ALL =
      List.of(
          new Patient("26011873", "NGUYỄN^VĂN AN", "19620314", "M"),
          new Patient("26020415", "TRẦN^THỊ BÌNH", "19751102", "F"),
          new Patient("26007731", "LÊ^HOÀNG MINH ĐỨC", "19580726", "M"),
          new Patient("26031954", "PHẠM^THỊ NGỌC ÁNH", "19900209", "F"),
          new Patient("26018860", "HOÀNG^VĂN PHÚC", "19490518", "M"),
          new Patient("26044127", "VŨ^THỊ HỒNG NHUNG", "19831221", "F"),
          new Patient("26009902", "ĐẶNG^QUỐC HƯNG", "19700630", "M"),
          new Patient("26052246", "BÙI^THỊ TUYẾT MAI", "19660111", "F"),
          new Patient("26025508", "ĐỖ^ĐÌNH KHÁNH", "19551004", "M"),
          new Patient("26063319", "HỒ^THỊ THU HÀ", "19970823", "F"),
          new Patient("26013674", "NGÔ^XUÂN TRƯỜNG", "19440907", "M"));

  /** Whole years on a day. */
  int age(String date) {
    int years = Integer.parseInt(date, 0, 4, 10) - Integer.parseInt(birthDate, 0, 4, 10);
    return date.substring(4).compareTo(birthDate.substring(4)) < 0 ? years - 1 : years;
  }
}
