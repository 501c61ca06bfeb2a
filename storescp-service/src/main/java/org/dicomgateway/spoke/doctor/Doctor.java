package org.dicomgateway.spoke.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes all checks at once, and tells them in their order. Thread-safe.
 *
 * @param image sends a test image; made last, and only if it is asked for
 */
public record Doctor(List<Check> checks, List<Check> image) {
  public Doctor {
    checks = List.copyOf(checks);
    image = List.copyOf(image);
  }

  /** Whether a test image is sent, too. */
  public enum TestImage {
    SENT,
    NOT_SENT
  }

  /** Looks at everything. */
  public List<Finding> examine(TestImage testImage) throws InterruptedException {
    List<Finding> findings = new ArrayList<>(all(checks));
    if (testImage == TestImage.SENT) {
      findings.addAll(all(image));
    }
    return findings;
  }

  private static List<Finding> all(List<Check> checks) throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Finding>>> asked =
          checks.stream().map(check -> threads.submit(check::findings)).toList();
      for (Future<List<Finding>> one : asked) {
        findings.addAll(of(one));
      }
    }
    return findings;
  }

  /** A check that fails is our fault, and says nothing of the others. */
  private static List<Finding> of(Future<List<Finding>> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      return List.of(
          Finding.failed("check", e.getCause().toString(), "report this, with the spoke's log"));
    }
  }
}
