package org.dicomgateway.console;

import java.util.ArrayList;
import java.util.List;

/** How many instances were compressed or changed before they were sent, and how. For one thread. */
public final class Preparations {
  private long compressed;
  private long receivedLength;
  private long length;
  private long changed;
  private long held;
  private long asReceived;

  /**
   * Counts instances that were compressed.
   *
   * @param received bytes of all as they were received
   * @param left bytes as they are sent; 0 if nobody knows
   */
  public void compressed(long instances, long received, long left) {
    compressed += instances;
    if (left > 0) {
      receivedLength += received;
      length += left;
    }
  }

  /** Counts instances with other attributes that were not compressed. */
  public void changed(long instances) {
    changed += instances;
  }

  /** Counts instances whose turn with the coder has not come. */
  public void held(long instances) {
    held += instances;
  }

  public void asReceived(long instances) {
    asReceived += instances;
  }

  /** For a {@link StepTable}. */
  public String[] remarks() {
    List<String> remarks = new ArrayList<>();
    if (compressed > 0) {
      remarks.add(compressed + " compressed");
    }
    if (length > 0) {
      remarks.add(Figures.bytes(receivedLength) + " to " + Figures.bytes(length));
    }
    if (changed > 0) {
      remarks.add(changed + " changed");
    }
    if (held > 0) {
      remarks.add(held + " to be prepared");
    }
    if (asReceived > 0) {
      remarks.add(compressed + changed + held == 0 ? "as received" : asReceived + " as received");
    }
    return remarks.toArray(String[]::new);
  }
}
