package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.util.List;
import org.dicomgateway.spoke.route.ExplainedInstances;
import org.dicomgateway.spoke.route.KeptStudy;
import org.dicomgateway.spoke.route.Router;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the routes say of studies, and what people say instead. */
@RestController
public final class StudyController {

  /**
   * @param sent instances that go to the hub now
   * @param kept instances of the study that still go nowhere
   */
  record Released(int sent, long kept) {}

  private final Router router;

  StudyController(SpokeStatus.Source source) {
    this.router = source.router();
  }

  /** Studies that go nowhere for now: held, dropped, or taken by no rule. */
  @GetMapping("/api/kept")
  List<KeptStudy> kept() {
    return router.kept();
  }

  @GetMapping("/api/studies/{study}/routing")
  List<ExplainedInstances> explain(@PathVariable String study) throws IOException {
    List<ExplainedInstances> explained = router.explain(study);
    if (explained.isEmpty()) {
      throw new NotHereException("nothing of study " + study + " is in this spoke");
    }
    return explained;
  }

  /** Decides anew of what is kept; what is held is let go. */
  @PostMapping("/api/studies/{study}/release")
  Released release(@PathVariable String study) throws IOException, InterruptedException {
    checkKept(study);
    return new Released(router.release(study), count(study));
  }

  /** Sends what is kept, whatever the routes say. */
  @PostMapping("/api/studies/{study}/send")
  Released send(@PathVariable String study) throws IOException, InterruptedException {
    checkKept(study);
    return new Released(router.send(study), count(study));
  }

  private void checkKept(String study) {
    if (count(study) == 0) {
      throw new NotHereException(
          "nothing of study %s is kept back; 'gateway spoke trace %s' tells where it is"
              .formatted(study, study));
    }
  }

  private long count(String study) {
    return router.kept().stream()
        .filter(kept -> kept.studyInstanceUid().equals(study))
        .mapToLong(KeptStudy::instances)
        .sum();
  }
}
