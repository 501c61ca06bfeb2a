package org.dicomgateway.spoke.spool;

/**
 * Who sent an instance.
 *
 * @param callingAet AE title the sender called itself; empty of what a person imported
 * @param calledAet AE title it asked for; empty likewise
 * @param address its IP address
 */
public record Sender(String callingAet, String calledAet, String address) {
  /** Somebody who has the files, at a computer with this address. */
  public static Sender person(String address) {
    return new Sender("", "", address);
  }

  /** Whether no modality sent it. */
  public boolean isPerson() {
    return callingAet.isEmpty();
  }

  @Override
  public String toString() {
    return (isPerson() ? "a person" : callingAet) + " (" + address + ")";
  }
}
