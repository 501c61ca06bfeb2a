package org.dicomgateway.spoke.modality;

import java.util.Optional;

/**
 * A machine that sends.
 *
 * @param name what people call it, unique
 * @param aeTitle that it calls itself
 * @param address it calls from; empty: any
 * @param port where it answers C-ECHO; empty if it does not
 * @param description for people; may be empty
 */
public record Modality(
    String name,
    String aeTitle,
    Optional<Network> address,
    Optional<Integer> port,
    String description) {

  boolean isCalled(String callingAeTitle, String host) {
    return aeTitle.equals(callingAeTitle)
        && (address.isEmpty() || Network.literal(host).filter(address.get()::contains).isPresent());
  }
}
