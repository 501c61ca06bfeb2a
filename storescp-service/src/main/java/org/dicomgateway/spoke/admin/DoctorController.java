package org.dicomgateway.spoke.admin;

import java.time.Instant;
import java.util.List;
import org.dicomgateway.spoke.doctor.Doctor;
import org.dicomgateway.spoke.doctor.Doctor.TestImage;
import org.dicomgateway.spoke.doctor.Finding;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/doctor?image=true}: looks whether everything is there that a spoke needs. */
@RestController
public final class DoctorController {
  record Examination(Instant at, List<Finding> findings) {}

  private final Doctor doctor;

  DoctorController(SpokeStatus.Source source) {
    this.doctor = source.doctor();
  }

  /**
   * @param image whether a test image is sent on the whole way
   */
  @PostMapping("/api/doctor")
  Examination examine(@RequestParam(defaultValue = "false") boolean image)
      throws InterruptedException {
    TestImage testImage = image ? TestImage.SENT : TestImage.NOT_SENT;
    return new Examination(Instant.now(), doctor.examine(testImage));
  }
}
