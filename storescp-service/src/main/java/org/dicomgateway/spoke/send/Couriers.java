package org.dicomgateway.spoke.send;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationSettings;
import org.dicomgateway.spoke.destination.Timeline;
import org.dicomgateway.spoke.spool.Spool;

/** Opens destinations that take instance by instance. */
public final class Couriers {
  private final Spool spool;
  private final Path folder;
  private final String system;
  private final MeterRegistry registry;

  /**
   * @param folder of the queues, one {@code NAME.db} a destination; made if there is none
   * @param system what changed attributes will say has changed them
   */
  public Couriers(Spool spool, Path folder, String system, MeterRegistry registry) {
    this.spool = spool;
    this.folder = folder;
    this.system = system;
    this.registry = registry;
  }

  /**
   * Opens a node's, a web server's or a folder's destination; nothing is sent before it is started.
   *
   * @throws IOException if its queue cannot be opened
   * @throws IllegalArgumentException if it is a hub's
   */
  public Destination open(DestinationSettings settings) throws IOException {
    Courier courier =
        switch (settings) {
          case DestinationSettings.Node node -> new NodeCourier(node);
          case DestinationSettings.Stow stow -> new StowCourier(stow);
          case DestinationSettings.Folder it -> new FolderCourier(it.path(), it.layout());
          case DestinationSettings.Hub hub ->
              throw new IllegalArgumentException(hub.name() + " is a hub, which takes packs");
        };
    return open(settings, courier, Timeline.REAL);
  }

  Destination open(DestinationSettings settings, Courier courier, Timeline time)
      throws IOException {
    Contents contents = new Contents(spool, folder.resolve(settings.name() + ".changed"), system);
    return QueuedDestination.open(
        settings.name(),
        courier,
        folder.resolve(settings.name() + ".db"),
        settings.limits(),
        contents,
        time,
        registry);
  }
}
