package org.dicomgateway.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

class AdmissionTest {
  @Test
  void tellsWhoFindsNoPlaceToComeLater() throws Exception {
    Admission admission = new Admission(2);
    Admission.Place first = admission.enter();
    admission.enter();
    assertThatThrownBy(admission::enter)
        .isInstanceOfSatisfying(
            TransferException.class,
            e -> {
              ResponseEntity<ProblemDetail> answer =
                  new TransferController(null, null, null).problem(e);
              assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
              assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
            });

    first.close();

    admission.enter();
  }

  @Test
  void takesAsManyAsTheMemoryHolds() throws Exception {
    Admission admission = Admission.fitting(256 << 20);
    for (int i = 0; i < 32; i++) {
      admission.enter();
    }
    assertThatThrownBy(admission::enter).hasMessageStartingWith("32 uploads are under way");
  }
}
