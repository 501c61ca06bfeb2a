package org.dicomgateway.hub.reading;

import org.dicomgateway.hub.index.IndexedInstance;
import org.dicomgateway.storage.ObjectStore;

/** Opens instances that the index knows. Thread-safe. */
public final class InstanceReader {
  private final ObjectStore store;

  public InstanceReader(ObjectStore store) {
    this.store = store;
  }

  /** Reads nothing yet: bytes are read when they are asked for. */
  public ServedInstance open(IndexedInstance instance) {
    return new ServedInstance(new StoredBytes(store, instance));
  }
}
