package org.dicomgateway.spoke.forward;

import org.dicomgateway.spoke.destination.DeliveryState;

/** How far an instance has come on its way to the hub. */
enum InstanceState {
  /** In no pack yet. */
  WAITING,
  /** In a pack that is being sent or will be. */
  PACKED,
  /** The hub has given its receipt. */
  DELIVERED,
  /** Will not be sent without a person: the hub rejects it, or its file cannot be read. */
  PARKED;

  /** The same, as all destinations tell it. */
  DeliveryState asDelivery() {
    return this == PACKED ? DeliveryState.SENDING : DeliveryState.valueOf(name());
  }
}
