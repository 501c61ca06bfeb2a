package org.dicomgateway.spoke.forward;

/** As what an instance is released that was held. */
public enum Preparedness {
  PREPARED,
  AS_RECEIVED
}
