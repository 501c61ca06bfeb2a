package org.dicomgateway.samples.generator;

import java.util.List;

/**
 * A hospital that does not exist.
 *
 * @param physician who sends patients to be examined, as DICOM writes names
 */
record Hospital(String name, String address, String physician) {
  static final List<Hospital> ALL =
      List.of(
          new Hospital(
              "Bệnh viện Đa khoa tỉnh Sông Lam", "Phường Bến Thủy, Sông Lam", "TRỊNH^THỊ LAN"),
          new Hospital("Bệnh viện Đa khoa huyện Mường Sơn", "Thị trấn Mường Sơn", "LÒ^VĂN THÀNH"),
          new Hospital("Trung tâm Y tế huyện đảo Hòn Ngọc", "Xã Hòn Ngọc", "CAO^MINH TRÍ"),
          new Hospital("Bệnh viện Đa khoa khu vực Đồng Sen", "Phường Đồng Sen", "LÂM^THỊ DIỆU"));
}
