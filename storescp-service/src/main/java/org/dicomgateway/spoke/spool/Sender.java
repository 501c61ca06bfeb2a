package org.dicomgateway.spoke.spool;

/**
 * Who sent an instance.
 *
 * @param callingAet AE title the sender called itself
 * @param calledAet AE title it asked for
 * @param address its IP address
 */
public record Sender(String callingAet, String calledAet, String address) {
  @Override
  public String toString() {
    return callingAet + " (" + address + ")";
  }
}
