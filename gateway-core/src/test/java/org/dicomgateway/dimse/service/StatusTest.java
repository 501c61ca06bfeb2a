package org.dicomgateway.dimse.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.dicomgateway.dimse.service.Status.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

  @ParameterizedTest
  @CsvSource({
    "0x0000, SUCCESS, success",
    "0x0001, WARNING, requested optional attributes not supported",
    "0x0122, FAILURE, SOP class not supported",
    "0xA700, FAILURE, out of resources",
    "0xA7FF, FAILURE, out of resources",
    "0xA900, FAILURE, data set does not match SOP class",
    "0xB000, WARNING, coercion of data elements",
    "0xB001, WARNING, warning",
    "0xB007, WARNING, data set does not match SOP class",
    "0xC123, FAILURE, cannot understand",
    "0xFE00, CANCEL, cancelled",
    "0xFF01, PENDING, pending",
    "0x9999, FAILURE, unknown status"
  })
  void saysWhatTheTablesSay(String code, Category category, String meaning) {
    Status status = new Status(Integer.decode(code));
    assertThat(status.category()).isEqualTo(category);
    assertThat(status.meaning()).isEqualTo(meaning);
  }

  @Test
  void everyCodeHasAMeaningAndEveryFailureARemedy() {
    for (int code = 0; code <= 0xFFFF; code++) {
      Status status = new Status(code);
      assertThat(status.meaning()).isNotBlank();
      assertThat(status.remedy().isEmpty()).isEqualTo(status.category() != Category.FAILURE);
    }
  }
}
