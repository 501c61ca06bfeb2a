package org.dicomgateway.spoke.doctor;

import java.util.List;

/** One thing to look at, for some seconds at most. */
@FunctionalInterface
public interface Check {
  /** Looks; what goes wrong is a finding. */
  List<Finding> findings() throws InterruptedException;
}
